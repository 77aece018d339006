def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b'hello'.find(b'l'))
t(lambda: b'hello'.find(108))
t(lambda: b'hello'.rfind(b'l'))
t(lambda: b'hello'.find(b'z'))
t(lambda: b'hello'.index(b'lo'))
t(lambda: b'hello'.rindex(b'l'))
t(lambda: b'hello'.count(b'l'))
t(lambda: b'hello'.count(108))
t(lambda: b'aaa'.count(b''))
t(lambda: b'aaa'.find(b'a', 1, 2))
t(lambda: b'abc'.find(b''))
t(lambda: b'abc'.find(b'c', -1))
t(lambda: b'abcabc'.rfind(b'abc', 0, 5))
t(lambda: b'a'.index(b'z'))
t(lambda: b'a'.find('a'))
t(lambda: b'a'.find(256))
t(lambda: b'a'.find(None))
t(lambda: b'a'.count(-1))
t(lambda: b'a'.rindex(b'q'))

# expect: 2
# expect: 2
# expect: 3
# expect: -1
# expect: 3
# expect: 3
# expect: 2
# expect: 2
# expect: 4
# expect: 1
# expect: 0
# expect: 2
# expect: 0
# expect: ValueError subsection not found
# expect: TypeError argument should be integer or bytes-like object, not 'str'
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError argument should be integer or bytes-like object, not 'NoneType'
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError subsection not found
