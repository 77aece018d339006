import re
print(re.match(r'(\w+) (\w+)', 'hello world').groups(), re.search(r'\d+', 'ab12cd').group(), re.findall(r'a(.)c', 'abc adc'), re.sub(r'\d', lambda m: str(int(m[0]) * 2), 'a1b2'), re.split(r'[,;]\s*', 'a, b;c'), re.fullmatch(r'\d+', '12a'), re.compile('x', re.I).findall('xX'), re.sub(r'(\w)(\w)', r'\2\1', 'abcd'), re.escape('a.b*c'))
m = re.search(r'(?P<y>\d{4})-(?P<m>\d\d)', 'on 2024-05.'); print(m.groupdict(), m['y'], m.span(), m.start('m'), m.end(), m.lastgroup, m.expand(r'\g<m>/\g<y>'), m.string[m.end():], m.re.groups)
print([x.group() for x in re.finditer(r'\b\w', 'the cat')], re.findall(r'(?i)A', 'aA'), re.findall(r'^\w', 'a\nb', re.M), re.findall('a.b', 'a\nb', re.S), re.findall(r'(?<=\$)\d+', '$5 6'), re.findall(r'\w+(?=!)', 'hi! yo'), re.findall(r'(?<!a)b', 'ab cb'), re.sub('a*', '-', 'baac'), re.split('(,)', 'a,b'), re.findall('(a)|(b)', 'ab'), re.match(r'(a+?)(a*)', 'aaa').groups(), re.findall(r'[^aeiou\s]+', 'hello you'), re.sub('x', '', 'axbx', count=1), re.subn('a', 'b', 'aa'), re.findall(r'(\w)\1', 'hello all'), re.match('(a)?b', 'b').groups('none'), re.findall(r'\d{2,3}', '1 12 123 1234'), re.search('(?s:.)$', 'a').group(), bool(re.match(r'(?x) a \s b # c', 'a b')), re.findall(r'a++b', 'aab'), re.findall(r'(?>a|ab)c', 'abc ac'))
for p in ('(', '[', 'a**', '(?P<1>a)', r'\1', '*a', '(?<=a+)b', 'a{2,1}', '(?z)', ')', '[b-a]', '\\', r'\g', '(?P=x)'):
    try: re.compile(p); print('ok', p)
    except re.error as e: print(repr(p), e.msg, e.pos)
print(repr(re.compile('a', re.I | re.M)), re.compile('a') == re.compile('a'), repr(re.match('a', 'ab')), re.search('z', 'a'))

# expect: ('hello', 'world') 12 ['b', 'd'] a2b4 ['a', 'b', 'c'] None ['x', 'X'] badc a\.b\*c
# expect: {'y': '2024', 'm': '05'} 2024 (3, 10) 8 10 m 05/2024 . 2
# expect: ['t', 'c'] ['a', 'A'] ['a', 'b'] ['a\nb'] ['5'] ['hi'] ['b'] -b--c- ['a', ',', 'b'] [('a', ''), ('', 'b')] ('a', 'aa') ['h', 'll', 'y'] abx ('bb', 2) ['l', 'l'] ('none',) ['12', '123', '123'] a True ['aab'] ['ac']
# expect: '(' missing ), unterminated subpattern 0
# expect: '[' unterminated character set 0
# expect: 'a**' multiple repeat 2
# expect: '(?P<1>a)' bad character in group name '1' 4
# expect: '\\1' invalid group reference 1 1
# expect: '*a' nothing to repeat 0
# expect: '(?<=a+)b' look-behind requires fixed-width pattern None
# expect: 'a{2,1}' min repeat greater than max repeat 2
# expect: '(?z)' unknown extension ?z 1
# expect: ')' unbalanced parenthesis 0
# expect: '[b-a]' bad character range b-a 1
# expect: '\\' bad escape (end of pattern) 0
# expect: '\\g' bad escape \g 0
# expect: '(?P=x)' unknown group name 'x' 4
# expect: re.compile('a', re.IGNORECASE|re.MULTILINE) True <re.Match object; span=(0, 1), match='a'> None
