import difflib
a = 'one two three four five'.split()
b = 'zero one tree four six'.split()
for f in (difflib.ndiff, difflib.unified_diff, difflib.context_diff):
    print('\n'.join(f(a, b) if f is difflib.ndiff else f(a, b, 'A', 'B', 'dA', 'dB', lineterm='')))
s = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(s.ratio(), 4), round(s.quick_ratio(), 4), round(s.real_quick_ratio(), 4))
print(s.get_matching_blocks())
print(s.get_opcodes())
print(s.find_longest_match(0, 5, 0, 5), list(s.get_grouped_opcodes(1)))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy'], n=2, cutoff=0.5))
print(list(difflib.restore(difflib.ndiff(a, b), 2)))
d = difflib.HtmlDiff(tabsize=4)
h = d.make_table(a, b, 'x', 'y', context=True, numlines=1)
print(len(h) > 100, h.count('<tr>'))
print(list(difflib.diff_bytes(difflib.unified_diff, [b'a\xff'], [b'b'], lineterm=b'')))
print(difflib.IS_LINE_JUNK('  # \n'), difflib.IS_CHARACTER_JUNK('\t'))
print(list(difflib.Differ().compare(['abc\n', 'def\n'], ['abd\n', 'xyz\n'])))

# expect: + zero
# expect:   one
# expect: - two
# expect: - three
# expect: ?  -
# expect:
# expect: + tree
# expect:   four
# expect: - five
# expect: + six
# expect: --- A	dA
# expect: +++ B	dB
# expect: @@ -1,5 +1,5 @@
# expect: +zero
# expect:  one
# expect: -two
# expect: -three
# expect: +tree
# expect:  four
# expect: -five
# expect: +six
# expect: *** A	dA
# expect: --- B	dB
# expect: ***************
# expect: *** 1,5 ****
# expect:   one
# expect: ! two
# expect: ! three
# expect:   four
# expect: ! five
# expect: --- 1,5 ----
# expect: + zero
# expect:   one
# expect: ! tree
# expect:   four
# expect: ! six
# expect: 0.8657 0.8657 0.8657
# expect: [Match(a=0, b=0, size=6), Match(a=6, b=15, size=23), Match(a=29, b=38, size=0)]
# expect: [('equal', 0, 6, 0, 6), ('insert', 6, 6, 6, 15), ('equal', 6, 29, 15, 38)]
# expect: Match(a=0, b=0, size=5) [[('equal', 5, 6, 5, 6), ('insert', 6, 6, 6, 15), ('equal', 6, 7, 15, 16)]]
# expect: ['apple', 'ape']
# expect: ['zero', 'one', 'tree', 'four', 'six']
# expect: True 7
# expect: [b'--- ', b'+++ ', b'@@ -1 +1 @@', b'-a\xff', b'+b']
# expect: True True
# expect: ['- abc\n', '?   ^\n', '+ abd\n', '?   ^\n', '- def\n', '+ xyz\n']
