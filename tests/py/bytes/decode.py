def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b'abc'.decode())
t(lambda: b'\xc3\xa9'.decode())
t(lambda: b'\xe9'.decode('latin-1'))
t(lambda: b'a'.decode('ascii', 'strict'))
t(lambda: b'a\xff'.decode('ascii', 'ignore'))
t(lambda: b'a\xff'.decode('ascii', 'replace'))
t(lambda: b'a\xff'.decode(errors='backslashreplace'))
t(lambda: b''.decode('nope') if 0 else '')
t(lambda: b'\x80'.decode('cp1252'))
t(lambda: b'\xa4'.decode('iso8859-15'))
t(lambda: b'\x41\x00'.decode('utf-16-le'))
t(lambda: b'\xff'.decode())
t(lambda: b'\xff'.decode('ascii'))
t(lambda: b'a'.decode('nope'))
t(lambda: b'a'.decode(5))
t(lambda: b'a'.decode('utf-8', errors=5))

# expect: 'abc'
# expect: 'é'
# expect: 'é'
# expect: 'a'
# expect: 'a'
# expect: 'a�'
# expect: 'a\\xff'
# expect: ''
# expect: '€'
# expect: '€'
# expect: 'A'
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
# expect: LookupError unknown encoding: nope
# expect: TypeError decode() argument 'encoding' must be str, not int
# expect: TypeError decode() argument 'errors' must be str, not int
