def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class S(str):
    def __len__(self): return 42
    def upper(self): return 'UP'
s = S('abc')
t(lambda: s)
t(lambda: len(s))
t(lambda: s.upper())
t(lambda: s.lower())
t(lambda: type(s + 'x').__name__)
t(lambda: type(s[:]).__name__)
t(lambda: type(s.strip()).__name__)
t(lambda: type(str(s)).__name__)
t(lambda: s == 'abc')
t(lambda: hash(s) == hash('abc'))
t(lambda: {s: 1}['abc'])
t(lambda: s.replace('z', 'y') is s)
t(lambda: type(S('x') * 1).__name__)
t(lambda: 'b' in s)
t(lambda: isinstance(s, str))
t(lambda: s[1])
t(lambda: type(s.join(['a'])).__name__)
t(lambda: type('%s' % s).__name__)
t(lambda: type(f'{s}').__name__)
s.attr = 5
t(lambda: s.attr)
t(lambda: S())
t(lambda: S(5))
t(lambda: S(b'a', 'ascii'))

# expect: 'abc'
# expect: 42
# expect: 'UP'
# expect: 'abc'
# expect: 'str'
# expect: 'str'
# expect: 'str'
# expect: 'str'
# expect: True
# expect: True
# expect: 1
# expect: False
# expect: 'str'
# expect: True
# expect: True
# expect: 'b'
# expect: 'str'
# expect: 'str'
# expect: 'str'
# expect: 5
# expect: ''
# expect: '5'
# expect: 'a'
