def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b'abc'.startswith(b'a'))
t(lambda: b'abc'.startswith((b'x', b'a')))
t(lambda: b'abc'.endswith(b'c'))
t(lambda: b'abc'.startswith(b'b', 1))
t(lambda: b'abc'.endswith(b''))
t(lambda: b'abc'.startswith(bytearray(b'a')))
t(lambda: b'a'.startswith('a'))
t(lambda: b'a'.startswith(['a']))
t(lambda: b'a'.endswith((b'a', 'a')))
t(lambda: b'z'.endswith((b'a', 'a')))
t(lambda: b'z'.endswith((b'a', 'a')))

# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: TypeError startswith first arg must be bytes or a tuple of bytes, not str
# expect: TypeError startswith first arg must be bytes or a tuple of bytes, not list
# expect: True
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'str'
