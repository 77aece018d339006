def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
t(lambda: sys.intern('abc' * 2) is sys.intern('abcabc'))
t(lambda: 'a' is 'a' or True)
t(lambda: sys.intern('x y') == 'x y')
t(lambda: sys.intern(5))
t(lambda: sys.intern(type('S', (str,), {})('a')))
t(lambda: 'abc'.strip() is 'abc' or True)
t(lambda: str('abc') == 'abc')
t(lambda: (lambda s: s[:] is s)('abc'))
t(lambda: (lambda s: s.replace('q', '') is s)('hello'))
t(lambda: ''.join(['only']) == 'only')

# expect: True
# expect: True
# expect: True
# expect: TypeError intern() argument must be str, not int
# expect: TypeError can't intern S
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
