def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: memoryview(b'a').nope)
t(lambda: memoryview(b'a')[0, 0])
t(lambda: memoryview(b'a')[[0]])
t(lambda: memoryview(b'abc')[::0])
t(lambda: memoryview(b'a').tobytes(order='Q'))
t(lambda: memoryview(b'a').cast())
t(lambda: memoryview(memoryview(b'ab'))[1])
t(lambda: memoryview(object=b'q')[0])
t(lambda: type('M', (memoryview,), {}))

# expect: AttributeError 'memoryview' object has no attribute 'nope'
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError memoryview: invalid slice key
# expect: ValueError slice step cannot be zero
# expect: ValueError order must be 'C', 'F' or 'A'
# expect: TypeError cast() missing required argument 'format' (pos 1)
# expect: 98
# expect: 113
# expect: TypeError type 'memoryview' is not an acceptable base type
