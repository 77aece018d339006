def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: str())
t(lambda: str(5))
t(lambda: str(None))
t(lambda: str('a'))
t(lambda: str([1, 'a']))
t(lambda: str(b'ab'))
t(lambda: str(b'ab', 'utf-8'))
t(lambda: str(b'\xe9', 'latin-1'))
t(lambda: str(object=3))
t(lambda: str(b'x', encoding='ascii'))
t(lambda: str(b'\xff', errors='replace'))
t(lambda: str(1.0))
t(lambda: str(True))
t(lambda: str({}))
t(lambda: str(int))
t(lambda: str(...))
t(lambda: str(b'\xff', 'utf-8'))
t(lambda: str(5, 'utf-8'))
t(lambda: str('a', 'utf-8'))
t(lambda: str(b'a', 'nope'))
t(lambda: str(1, 2, 3, 4))
t(lambda: str(bytearray(b'q'), 'ascii'))
t(lambda: str(memoryview(b'm'), 'ascii'))

# expect: ''
# expect: '5'
# expect: 'None'
# expect: 'a'
# expect: "[1, 'a']"
# expect: "b'ab'"
# expect: 'ab'
# expect: 'é'
# expect: '3'
# expect: 'x'
# expect: '�'
# expect: '1.0'
# expect: 'True'
# expect: '{}'
# expect: "<class 'int'>"
# expect: 'Ellipsis'
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: TypeError decoding to str: need a bytes-like object, int found
# expect: TypeError decoding str is not supported
# expect: LookupError unknown encoding: nope
# expect: TypeError str expected at most 3 arguments, got 4
# expect: 'q'
# expect: 'm'
