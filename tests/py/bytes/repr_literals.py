def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b'')
t(lambda: b'abc')
t(lambda: b"a'b")
t(lambda: b'a"b')
t(lambda: b'\'"')
t(lambda: b'\x00\n\t\r\\\x7f\xff')
t(lambda: repr(b'\x1b'))
t(lambda: str(b'a'))
t(lambda: b'\101\60')
t(lambda: rb'\n')
t(lambda: b'a' b'b')
t(lambda: ascii(b'\xe9'))
t(lambda: f'{b"x"}')
t(lambda: '%s' % b'x')
t(lambda: B'up')
t(lambda: Rb'\q')
t(lambda: bR"\'")

# expect: b''
# expect: b'abc'
# expect: b"a'b"
# expect: b'a"b'
# expect: b'\'"'
# expect: b'\x00\n\t\r\\\x7f\xff'
# expect: "b'\\x1b'"
# expect: "b'a'"
# expect: b'A0'
# expect: b'\\n'
# expect: b'ab'
# expect: "b'\\xe9'"
# expect: "b'x'"
# expect: "b'x'"
# expect: b'up'
# expect: b'\\q'
# expect: b"\\'"
