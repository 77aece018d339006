def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: '  a b '.strip())
t(lambda: '  a'.lstrip())
t(lambda: 'a \n'.rstrip())
t(lambda: 'xxaxbxx'.strip('x'))
t(lambda: 'abcba'.strip('ab'))
t(lambda: 'abc'.strip('abc'))
t(lambda: ''.strip())
t(lambda: 'xyz'.lstrip('yx'))
t(lambda: 'xyz'.rstrip('zy'))
t(lambda: ' a '.strip(None))
t(lambda: 'aa'.strip(''))
t(lambda: '\u3000\x85 a\u2029'.strip())
t(lambda: 'www.x.com'.lstrip('w.'))
t(lambda: 'a\x00'.strip('\x00'))
t(lambda: 'a'.strip(1))
t(lambda: 'a'.strip('a', 'b'))

# expect: 'a b'
# expect: 'a'
# expect: 'a'
# expect: 'axb'
# expect: 'c'
# expect: ''
# expect: ''
# expect: 'z'
# expect: 'x'
# expect: 'a'
# expect: 'aa'
# expect: 'a'
# expect: 'x.com'
# expect: 'a'
# expect: TypeError strip arg must be None or str
# expect: TypeError strip expected at most 1 argument, got 2
