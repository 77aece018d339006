def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b'a b  c'.split())
t(lambda: b'a,b'.split(b','))
t(lambda: b'a,b,c'.rsplit(b',', 1))
t(lambda: b'a\nb\r\nc'.splitlines())
t(lambda: b'a\nb'.splitlines(True))
t(lambda: b','.join([b'a', bytearray(b'b'), memoryview(b'c')]))
t(lambda: b''.join([]))
t(lambda: b'a=b'.partition(b'='))
t(lambda: b'a=b=c'.rpartition(b'='))
t(lambda: b'x'.partition(b'='))
t(lambda: b'a\x0bb\x1cc'.splitlines())
t(lambda: b' a\x0b b '.split())
t(lambda: b','.join(['a']))
t(lambda: b','.join([1]))
t(lambda: b','.join(5))
t(lambda: b'a'.split('a'))
t(lambda: b'a'.split(b''))
t(lambda: b'a'.partition('x'))
t(lambda: b'a'.partition(b''))

# expect: [b'a', b'b', b'c']
# expect: [b'a', b'b']
# expect: [b'a,b', b'c']
# expect: [b'a', b'b', b'c']
# expect: [b'a\n', b'b']
# expect: b'a,b,c'
# expect: b''
# expect: (b'a', b'=', b'b')
# expect: (b'a=b', b'=', b'c')
# expect: (b'x', b'', b'')
# expect: [b'a\x0bb\x1cc']
# expect: [b'a', b'b']
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: TypeError sequence item 0: expected a bytes-like object, int found
# expect: TypeError can only join an iterable
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError empty separator
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError empty separator
