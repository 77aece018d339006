import textwrap
t = 'The quick brown fox jumped over the lazy dog and ran away.'
print(textwrap.fill(t, 20)); print(textwrap.wrap(t, 15)[0], textwrap.shorten(t, 25), textwrap.indent('a\n\nb', '> '), repr(textwrap.dedent('  a\n    b\n  c')))
print(textwrap.fill(t, 25, initial_indent='* ', subsequent_indent='  ')); print(textwrap.wrap('averyveryverylongword x', 8), textwrap.wrap(''), textwrap.wrap('a-b-c d', 3))

# expect: The quick brown fox
# expect: jumped over the lazy
# expect: dog and ran away.
# expect: The quick brown The quick brown fox [...] > a
# expect:
# expect: > b 'a\n  b\nc'
# expect: * The quick brown fox
# expect:   jumped over the lazy
# expect:   dog and ran away.
# expect: ['averyver', 'yverylon', 'gword x'] [] ['a-', 'b-c', 'd']
