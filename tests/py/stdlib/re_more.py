import re
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
m = re.match('(?P<y>\\d{4})-(?P<m>\\d\\d)(-(\\d\\d))?', '2020-05 rest')
print(m, m.group(), m.groups(), m.groups('d'), m.groupdict(), m.group('y', 'm'))
print(m[1], m['m'], m.start('m'), m.end(), m.span(2), m.span(4))
print(m.lastindex, m.lastgroup, m.pos, m.endpos, m.re.pattern, m.string)
print(m.expand('\\2/\\g<y>'), m.regs)
print(re.findall('\\w+', 'a bc d'), re.findall('(a)(b)?', 'ab a'), re.split('[,;]\\s*', 'a, b;c'))
print(re.split('(,)', 'a,b', 1), re.sub('(\\w)(\\w)', '\\2\\1', 'abcd'), re.subn('a', 'b', 'aaa', 2))
print(re.sub('x*', '-', 'abxd'), re.sub('\\d', lambda m: str(int(m[0]) * 2), 'a1b5'))
print(re.escape('a.b*c[d] é-_'), re.fullmatch('a+', 'aaa'), re.fullmatch('a', 'ab'))
print([m.span() for m in re.finditer('a*', 'baac')], re.search('b', 'abc').start())
print(re.split('', 'abc'), re.split('\\b', 'hi there'))
print(re.compile('a(?i:B)c').match('aBc'), re.match('(?i)ABC', 'abc'), re.findall('(?m)^.', 'a\nb'))
print(re.findall('(?s)a.b', 'a\nb'), re.findall('(?x) a \\s b # comment', 'a b'))
print(re.match('(a)|(b)', 'b').groups(), re.match('(?:a|ab)(?:c|bcd)(d*)', 'abcd').groups())
print(re.findall('(?<=a)b', 'ab cb'), re.findall('(?<!a)b', 'ab cb'), re.findall('a(?=b)', 'ab ac'))
print(re.findall('a(?!b)', 'ab ac'), re.match('(a)(?(1)b|c)', 'ab'))
print(re.match('(a+)+b', 'a' * 10 + 'b').group(), re.match('a{2,3}?', 'aaaa').group())
print(re.match('a*+a', 'aaa'), re.match('(?>a+)b', 'aab').group())
print(re.match('(\\w+) \\1', 'hi hi').group(), re.match('(?P<q>["\\\']).*?(?P=q)', '"x\'y"').group())
print(re.findall('[^\\W\\d_]+', 'ab1_éç'), re.findall('[\\u00e0-\\u00ff]', 'aéz'))
print(re.findall(b'\\w', 'é1'.encode()), re.findall('\\w', 'é1', re.A), re.match('\\Aab\\Z', 'ab'))
print(re.findall('\\S+', ' a\tb '), re.findall('[]a]', ']a'), re.findall('[a\\-z]', 'a-z'))
print(re.match('.', '\n'), re.findall('$', 'a\n'), re.search('\\D\\d\\s', 'x1 '))
for p in (
    '(', ')', '[', '*', 'a**', 'a{2,1}', '(?P<1>a)', '(?P<a>x)(?P<a>y)', '\\1', '(?P=n)', '(?z)',
    '(?<=a*)b', '[z-a]', '\\', '(?', '(?P', '(?P<', '(?(1)a)', '(?(9)a|b)', 'a{99999999999}',
    '\\g', '(?i', 'x(?i)', '(?P>n)', '[a', '(?#', '\\x1', '\\u12', '(?<a)', '++', '?', 'a|*',
    '(?-i:a', '(?i-i:a)', '(?L)a', '[\\d-z]', '(?(x)a)', '\\N{nope}', '(?aL:x)', '(a)(?(1)b|c|d)',
):
    try:
        re.compile(p)
        print(repr(p), 'ok')
    except re.error as e:
        print(repr(p), '->', e, e.pos, e.msg)
t(lambda: re.compile(b'(?u)a'))
t(lambda: re.match('a', b'a'))
t(lambda: re.match(b'a', 'a'))
t(lambda: re.match(5, 'a'))
t(lambda: re.match('a', 5))
t(lambda: re.sub('a', 5, 'a'))
t(lambda: re.sub('a', '\\5', 'a'))
t(lambda: re.sub('(a)', '\\g<b>', 'a'))
t(lambda: re.sub('a', '\\', 'a'))
t(lambda: re.sub('a', '\\q', 'a'))
t(lambda: m.group(9))
t(lambda: m.group('zz'))
t(lambda: m.start(9))
t(lambda: re.compile('a', 'x'))
t(lambda: re.compile('a').match())
t(lambda: re.compile(re.compile('a'), re.I))
t(lambda: re.sub('(a)|b', '[\\1]', 'ab'))
t(lambda: re.compile('a').search('ba', 1))
t(lambda: re.compile('^a').search('ba', 1))
t(lambda: re.compile('a').fullmatch('bab', 1, 2))
t(lambda: re.template)
print(re.compile('a', re.I | re.M), repr(re.compile(b'x' * 5)), re.compile('a').flags)
print(re.compile('(?P<n>a)(b)').groupindex, re.compile('(a)(b)').groups, re.I, re.I | re.X)
print(repr(re.RegexFlag(0)), re.compile('a') == re.compile('a'))
print(hash(re.compile('a')) == hash(re.compile('a')), bool(m), re.compile('a' * 300).__repr__()[:20])
print(m.__class__, type(re.compile('')))
tok = re.compile('(?P<NUM>\\d+(\\.\\d*)?)|(?P<ID>[A-Za-z_]\\w*)|(?P<OP>[+\\-*/=()])|(?P<WS>\\s+)|(?P<BAD>.)')
print([(m.lastgroup, m.group()) for m in tok.finditer('x = 3.5*(y+2) $') if m.lastgroup != 'WS'])
sc = re.Scanner([('[0-9]+', lambda s, t: int(t)), ('[a-z]+', lambda s, t: t), ('\\s+', None)])
print(sc.scan('12 ab !'))

# exit: 1
# expect-error: OverflowError: the repetition number is too large
# expect: <re.Match object; span=(0, 7), match='2020-05'> 2020-05 ('2020', '05', None, None) ('2020', '05', 'd', 'd') {'y': '2020', 'm': '05'} ('2020', '05')
# expect: 2020 05 5 7 (5, 7) (-1, -1)
# expect: 2 m 0 12 (?P<y>\d{4})-(?P<m>\d\d)(-(\d\d))? 2020-05 rest
# expect: 05/2020 ((0, 7), (0, 4), (5, 7), (-1, -1), (-1, -1))
# expect: ['a', 'bc', 'd'] [('a', 'b'), ('a', '')] ['a', 'b', 'c']
# expect: ['a', ',', 'b'] badc ('bba', 2)
# expect: -a-b--d- a2b10
# expect: a\.b\*c\[d\]\ é\-_ <re.Match object; span=(0, 3), match='aaa'> None
# expect: [(0, 0), (1, 3), (3, 3), (4, 4)] 1
# expect: ['', 'a', 'b', 'c', ''] ['', 'hi', ' ', 'there', '']
# expect: <re.Match object; span=(0, 3), match='aBc'> <re.Match object; span=(0, 3), match='abc'> ['a', 'b']
# expect: ['a\nb'] ['a b']
# expect: (None, 'b') ('',)
# expect: ['b'] ['b'] ['a']
# expect: ['a'] <re.Match object; span=(0, 2), match='ab'>
# expect: aaaaaaaaaab aa
# expect: None aab
# expect: hi hi "x'y"
# expect: ['ab', 'éç'] ['é']
# expect: [b'1'] ['1'] <re.Match object; span=(0, 2), match='ab'>
# expect: ['a', 'b'] [']', 'a'] ['a', '-', 'z']
# expect: None ['', ''] <re.Match object; span=(0, 3), match='x1 '>
# expect: '(' -> missing ), unterminated subpattern at position 0 0 missing ), unterminated subpattern
# expect: ')' -> unbalanced parenthesis at position 0 0 unbalanced parenthesis
# expect: '[' -> unterminated character set at position 0 0 unterminated character set
# expect: '*' -> nothing to repeat at position 0 0 nothing to repeat
# expect: 'a**' -> multiple repeat at position 2 2 multiple repeat
# expect: 'a{2,1}' -> min repeat greater than max repeat at position 2 2 min repeat greater than max repeat
# expect: '(?P<1>a)' -> bad character in group name '1' at position 4 4 bad character in group name '1'
# expect: '(?P<a>x)(?P<a>y)' -> redefinition of group name 'a' as group 2; was group 1 at position 12 12 redefinition of group name 'a' as group 2; was group 1
# expect: '\\1' -> invalid group reference 1 at position 1 1 invalid group reference 1
# expect: '(?P=n)' -> unknown group name 'n' at position 4 4 unknown group name 'n'
# expect: '(?z)' -> unknown extension ?z at position 1 1 unknown extension ?z
# expect: '(?<=a*)b' -> look-behind requires fixed-width pattern None look-behind requires fixed-width pattern
# expect: '[z-a]' -> bad character range z-a at position 1 1 bad character range z-a
# expect: '\\' -> bad escape (end of pattern) at position 0 0 bad escape (end of pattern)
# expect: '(?' -> unexpected end of pattern at position 2 2 unexpected end of pattern
# expect: '(?P' -> unexpected end of pattern at position 3 3 unexpected end of pattern
# expect: '(?P<' -> missing group name at position 4 4 missing group name
# expect: '(?(1)a)' -> invalid group reference 1 at position 3 3 invalid group reference 1
# expect: '(?(9)a|b)' -> invalid group reference 9 at position 3 3 invalid group reference 9
