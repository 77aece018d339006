def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b'%d %s %x %c %a %r' % (1, b'x', 255, b'c', 'é', 'q'))
t(lambda: b'%5d|%-5s|%05d' % (1, b'a', 3))
t(lambda: b'%b' % b'x')
t(lambda: b'%.2f' % 1.5)
t(lambda: b'%%' % ())
t(lambda: b'%c' % 65)
t(lambda: b'%s' % bytearray(b'q'))
t(lambda: b'%(a)d' % {b'a': 1})
t(lambda: b'%s' % 'a')
t(lambda: b'%d' % b'a')
t(lambda: b'%s' % 5)
t(lambda: b'%b' % 'x')
t(lambda: b'%c' % 256)
t(lambda: b'%c' % b'ab')
t(lambda: b'%d'  % ())
t(lambda: b'%d' % (1, 2))
t(lambda: b'%z' % 1)
# since-3.14: %c requires an integer in range(256) or a single byte => %c requires an integer in range(256) or a single byte, not a bytes object of length 2

# expect: b"1 x ff c '\\xe9' 'q'"
# expect: b'    1|a    |00003'
# expect: b'x'
# expect: b'1.50'
# expect: b'%'
# expect: b'A'
# expect: b'q'
# expect: b'1'
# expect: TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: TypeError %d format: a real number is required, not bytes
# expect: TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'int'
# expect: TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: OverflowError %c arg not in range(256)
# expect: TypeError %c requires an integer in range(256) or a single byte, not a bytes object of length 2
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during bytes formatting
# expect: ValueError unsupported format character 'z' (0x7a) at index 1
