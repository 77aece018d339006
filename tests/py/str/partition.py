def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'a=b=c'.partition('='))
t(lambda: 'a=b=c'.rpartition('='))
t(lambda: 'abc'.partition('='))
t(lambda: 'abc'.rpartition('='))
t(lambda: ''.partition('x'))
t(lambda: '=='.partition('=='))
t(lambda: 'a::b'.partition('::'))
t(lambda: 'a'.partition(''))
t(lambda: 'a'.partition(1))

# expect: ('a', '=', 'b=c')
# expect: ('a=b', '=', 'c')
# expect: ('abc', '', '')
# expect: ('', '', 'abc')
# expect: ('', '', '')
# expect: ('', '==', '')
# expect: ('a', '::', 'b')
# expect: ValueError empty separator
# expect: TypeError must be str, not int
