import textwrap
t = "The quick brown fox   jumped over the lazy dog. It was a sunny day, and all-the-animals were happy; weren't they?  Yes."
for w in (10, 20, 33):
    print(textwrap.fill(t, w))
    print('--')
print(textwrap.wrap(t, 20, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten(t, 30), textwrap.shorten(t, 30, placeholder='…'))
try:
    textwrap.shorten('a b', 1)
except ValueError as e:
    print(e)
print(repr(textwrap.dedent('\n    a\n      b\n\n    c\n   \t')))
print(textwrap.indent('a\n\nb\n', '> '), textwrap.indent('a\n\nb\n', '> ', lambda l: True))
w = textwrap.TextWrapper(width=15, max_lines=2, break_on_hyphens=False, drop_whitespace=False, fix_sentence_endings=True, tabsize=4, expand_tabs=True)
print(w.wrap('a\tb c. d  e-f-g hhhhhhhhhhhhhhhhhhhhhhhhhh'))
print(textwrap.wrap('aaaaaaaaaaaaaaaaaaaa bb', 5, break_long_words=False))
print(textwrap.wrap('', 5), textwrap.wrap('   ', 5))
try:
    textwrap.wrap('a', 0)
except ValueError as e:
    print(e)

# expect: The quick
# expect: brown fox
# expect: jumped
# expect: over the
# expect: lazy dog.
# expect: It was a
# expect: sunny day,
# expect: and all-
# expect: the-
# expect: animals
# expect: were
# expect: happy;
# expect: weren't
# expect: they?
# expect: Yes.
# expect: --
# expect: The quick brown fox
# expect: jumped over the lazy
# expect: dog. It was a sunny
# expect: day, and all-the-
# expect: animals were happy;
# expect: weren't they?  Yes.
# expect: --
# expect: The quick brown fox   jumped over
# expect: the lazy dog. It was a sunny day,
# expect: and all-the-animals were happy;
# expect: weren't they?  Yes.
# expect: --
# expect: ['* The quick brown', '  fox   jumped over', '  the lazy dog. It', '  was a sunny day,', '  and all-the-', '  animals were', "  happy; weren't", '  they?  Yes.']
# expect: The quick brown fox [...] The quick brown fox jumped…
# expect: placeholder too large for max width
# expect: '\na\n  b\n\nc\n'
# expect: > a
# expect:
# expect: > b
# expect:  > a
# expect: > 
# expect: > b
# expect:
# expect: ['a   b c.  d  ', 'e-f-g [...]']
# expect: ['aaaaaaaaaaaaaaaaaaaa', 'bb']
# expect: [] []
# expect: invalid width 0 (must be > 0)
