s = 'The Quick brown fox'
print(s.swapcase(), s.title(), s.casefold(), s.center(25, '*'), s.partition(' '), s.rpartition(' '))
print(s.split(maxsplit=1), s.rsplit(None, 1), s.find('o'), s.rfind('o'), s.count('o', 5))
print(s.replace('o', '0', 1), s.startswith(('A', 'The')), s.endswith('x', 0, 5))
print(s.translate(str.maketrans('aeiou', '12345', 'T')), s.expandtabs(), 'a\tb\tcc'.expandtabs(4))
print(s.zfill(25), '-5'.zfill(4), 'abc'.isalpha(), 'ab1'.isalnum(), '١'.isdigit(), '½'.isnumeric())
print('²'.isdecimal(), 'Abc'.istitle(), ' \n'.isspace(), 'a_1'.isidentifier(), 'é'.isascii())
print('\n'.isprintable(), 'x'.join(['a', 'b']), 'a\nb\r\nc\x0bd\u2028e'.splitlines())
print('a\nb'.splitlines(True), 'ß'.upper(), 'ﬁ'.upper(), 'İ'.lower(), 'Σας'.lower())
print('xxabcxx'.strip('x'), 'xxabc'.lstrip('x'), 'prefix_a'.removeprefix('prefix_'))
print('a_suf'.removesuffix('_suf'), 'a,b,c'.split(','), ',a,'.split(','), ' a  b '.split())
print(' a  b '.split(' '), ''.split(), ''.split(','), 'abc'[::-1], 'abc'[5:], 'abc'[-2:])
print('abcd', 'a' < 'B', 'Z' < 'a', 'é' > 'z', 'abc' * 0, 'abc' in 'xabcx')
print('' in 'a', len('😀'), '😀'.encode(), 'é' == 'é', 'aXbX'.rindex('X'), 'hello world'.capitalize())
print('{:>{w}}'.format('r', w=5), '{0!r:^10}'.format('m'))
print('%-5s|%5.1f|%+d|%x|%o|%e|%c|%%|%r|%a' % ('a', 1.25, 3, 255, 8, 12345.678, 'c', 'é', 'é'))
print('%(k)s %(n)05d' % {'k': 'v', 'n': 42}, '%.3s|%*d' % ('abcdef', 6, 42), ascii('é😀\n'))
print(repr("it's"), repr('a"b'), repr('a\'b"c'), repr('\x00\x7f\xa0\u200b\ud800'))

# expect: tHE qUICK BROWN FOX The Quick Brown Fox the quick brown fox ***The Quick brown fox*** ('The', ' ', 'Quick brown fox') ('The Quick brown', ' ', 'fox')
# expect: ['The', 'Quick brown fox'] ['The Quick brown', 'fox'] 12 17 2
# expect: The Quick br0wn fox True False
# expect: h2 Q53ck br4wn f4x The Quick brown fox a   b   cc
# expect: 000000The Quick brown fox -005 True True True True
# expect: False True True True False
# expect: False axb ['a', 'b', 'c', 'd', 'e']
# expect: ['a\n', 'b'] SS FI i̇ σας
# expect: abc abc a
# expect: a ['a', 'b', 'c'] ['', 'a', ''] ['a', 'b']
# expect: ['', 'a', '', 'b', ''] [] [''] cba  bc
# expect: abcd False True True  True
# expect: True 1 b'\xf0\x9f\x98\x80' False 3 Hello world
# expect:     r    'm'    
# expect: a    |  1.2|+3|ff|10|1.234568e+04|c|%|'é'|'\xe9'
# expect: v 00042 abc|    42 '\xe9\U0001f600\n'
# expect: "it's" 'a"b' 'a\'b"c' '\x00\x7f\xa0\u200b\ud800'
