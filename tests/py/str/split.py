def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'a b  c '.split())
t(lambda: '  a  b'.split(' '))
t(lambda: 'a,b,,c'.split(','))
t(lambda: ''.split())
t(lambda: ''.split(','))
t(lambda: 'a'.split(','))
t(lambda: '   '.split())
t(lambda: 'a b c d'.split(None, 2))
t(lambda: 'a b c d'.split(' ', 1))
t(lambda: 'a b c'.split(maxsplit=1))
t(lambda: 'a,b,c'.split(',', -1))
t(lambda: 'a,b'.split(',', 0))
t(lambda: '  a b '.split(None, 0))
t(lambda: 'aXXbXXc'.split('XX'))
t(lambda: 'a\tb\nc\x0bd\x1ce\x85f\u2003g'.split())
t(lambda: 'abc'.split('abc'))
t(lambda: 'a--b-c'.split('--', maxsplit=5))
t(lambda: 'a b c d'.rsplit(None, 2))
t(lambda: 'a,b,c'.rsplit(',', 1))
t(lambda: '  a b  '.rsplit(None, 1))
t(lambda: 'aXXbXXc'.rsplit('XX', 1))
t(lambda: 'a b'.rsplit(maxsplit=0))
t(lambda: 'a'.split(''))
t(lambda: 'a'.split(1))
t(lambda: 'a'.split('b', 'c'))
t(lambda: 'a'.split(sep='', maxsplit=1))

# expect: ['a', 'b', 'c']
# expect: ['', '', 'a', '', 'b']
# expect: ['a', 'b', '', 'c']
# expect: []
# expect: ['']
# expect: ['a']
# expect: []
# expect: ['a', 'b', 'c d']
# expect: ['a', 'b c d']
# expect: ['a', 'b c']
# expect: ['a', 'b', 'c']
# expect: ['a,b']
# expect: ['a b ']
# expect: ['a', 'b', 'c']
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g']
# expect: ['', '']
# expect: ['a', 'b-c']
# expect: ['a b', 'c', 'd']
# expect: ['a,b', 'c']
# expect: ['  a', 'b']
# expect: ['aXXb', 'c']
# expect: ['a b']
# expect: ValueError empty separator
# expect: TypeError must be str or None, not int
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError empty separator
