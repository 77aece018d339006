def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b'  a '.strip())
t(lambda: b'xax'.strip(b'x'))
t(lambda: b' a'.lstrip())
t(lambda: b'a\n'.rstrip())
t(lambda: b'aXa'.replace(b'a', b'bb'))
t(lambda: b'aaa'.replace(b'a', b'b', 2))
t(lambda: b'abc'.replace(b'', b'-'))
t(lambda: b'abc'.removeprefix(b'a'))
t(lambda: b'abc'.removesuffix(b'c'))
t(lambda: b'a\tb'.expandtabs(4))
t(lambda: b'abc'.translate(None, b'b'))
t(lambda: b'abc'.translate(bytes.maketrans(b'ab', b'xy')))
t(lambda: b'abc'.translate(bytes.maketrans(b'a', b'z'), b'c'))
t(lambda: bytes.maketrans(b'a', b'b')[97])
t(lambda: b'a'.strip('a'))
t(lambda: b'a'.replace(b'a', 'b'))
t(lambda: b'a'.replace(b'a'))
t(lambda: bytes.maketrans(b'ab', b'c'))
t(lambda: b'a'.translate(b'short'))
t(lambda: b'a'.translate('x'))
t(lambda: b'a'.removeprefix('a'))

# expect: b'a'
# expect: b'a'
# expect: b'a'
# expect: b'a'
# expect: b'bbXbb'
# expect: b'bba'
# expect: b'-a-b-c-'
# expect: b'bc'
# expect: b'ab'
# expect: b'a   b'
# expect: b'ac'
# expect: b'xyc'
# expect: b'zb'
# expect: 98
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError replace expected at least 2 arguments, got 1
# expect: ValueError maketrans arguments must have same length
# expect: ValueError translation table must be 256 characters long
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'str'
