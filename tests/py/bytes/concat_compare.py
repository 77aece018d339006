def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b'a' + b'b')
t(lambda: b'a' * 3)
t(lambda: 2 * b'ab')
t(lambda: b'a' * -1)
t(lambda: b'a' + bytearray(b'b'))
t(lambda: b'a' == b'a')
t(lambda: b'a' == 'a')
t(lambda: b'a' < b'b')
t(lambda: b'a' < b'aa')
t(lambda: b'' < b'\x00')
t(lambda: b'\xff' > b'a')
t(lambda: b'a' == bytearray(b'a'))
t(lambda: b'a' != b'b')
t(lambda: b'a' in b'abc')
t(lambda: 97 in b'abc')
t(lambda: b'' in b'')
t(lambda: b'ac' in b'abc')
t(lambda: hash(b'a') == hash(b'a'))
t(lambda: {b'a': 1}[b'a'])
t(lambda: b'a' == memoryview(b'a'))
t(lambda: b'a' + 'b')
t(lambda: b'a' + 1)
t(lambda: b'a' * 1.5)
t(lambda: b'a' < 'a')
t(lambda: b'a' < 1)
t(lambda: 'a' in b'a')
t(lambda: 256 in b'a')
t(lambda: 1.5 in b'a')
t(lambda: b'a' + [1])

# expect: b'ab'
# expect: b'aaa'
# expect: b'abab'
# expect: b''
# expect: b'ab'
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: 1
# expect: True
# expect: TypeError can't concat str to bytes
# expect: TypeError can't concat int to bytes
# expect: TypeError can't multiply sequence by non-int of type 'float'
# expect: TypeError '<' not supported between instances of 'bytes' and 'str'
# expect: TypeError '<' not supported between instances of 'bytes' and 'int'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError a bytes-like object is required, not 'float'
# expect: TypeError can't concat list to bytes
