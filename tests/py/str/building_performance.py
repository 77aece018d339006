def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

s = ''
for i in range(5000): s += str(i % 10)
t(lambda: len(s))
t(lambda: s[:12])
t(lambda: s.count('7'))
t(lambda: hash(s) == hash(''.join(str(i % 10) for i in range(5000))))
t2 = 'x'
u = t2
t2 += 'y'
t(lambda: t2)
t(lambda: u)
l = []
for i in range(100): l.append(chr(97 + i % 26))
t(lambda: ''.join(l)[:30])
t(lambda: ''.join(l).replace('abc', '-').count('-'))
t(lambda: ('ab' * 300).split('b').count('a'))
big = 'line\n' * 1000
t(lambda: len(big.splitlines()))
t(lambda: len(big.split('\n')))
t(lambda: big.find('line', 4990))
t(lambda: big[-6:])

# expect: 5000
# expect: '012345678901'
# expect: 500
# expect: True
# expect: 'xy'
# expect: 'x'
# expect: 'abcdefghijklmnopqrstuvwxyzabcd'
# expect: 4
# expect: 300
# expect: 1000
# expect: 1001
# expect: 4990
# expect: '\nline\n'
