def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

m = memoryview(bytes(range(8)))
t(lambda: m.cast('H').tolist())
t(lambda: m.cast('I').tolist())
t(lambda: m.cast('b').tolist())
t(lambda: m.cast('B', [2, 4]).tolist())
t(lambda: m.cast('B', (2, 2, 2)).tolist())
t(lambda: m.cast('c')[0])
t(lambda: m.cast('Q').tolist())
t(lambda: m.cast('H').itemsize)
t(lambda: m.cast('H').shape)
t(lambda: m.cast('B', [2, 4]).strides)
t(lambda: m.cast('B', [2, 4])[1, 2])
t(lambda: m.cast('H').cast('B').tolist() == list(range(8)))
t(lambda: m.cast('?')[0])
t(lambda: m.cast('z'))
t(lambda: m[1:].cast('H'))
t(lambda: m.cast('H').cast('I'))
t(lambda: m.cast('B', [3, 3]))
t(lambda: m[::2].cast('H'))
t(lambda: m.cast('B', [2, 4])[0])
t(lambda: m.cast('B', [2, 4])[5, 0])
t(lambda: m.cast(5))
t(lambda: memoryview(bytearray(8)).cast('d').tolist())

# expect: [256, 770, 1284, 1798]
# expect: [50462976, 117835012]
# expect: [0, 1, 2, 3, 4, 5, 6, 7]
# expect: [[0, 1, 2, 3], [4, 5, 6, 7]]
# expect: [[[0, 1], [2, 3]], [[4, 5], [6, 7]]]
# expect: b'\x00'
# expect: [506097522914230528]
# expect: 2
# expect: (4,)
# expect: (4, 1)
# expect: 6
# expect: True
# expect: False
# expect: ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: TypeError memoryview: length is not a multiple of itemsize
# expect: TypeError memoryview: cannot cast between two non-byte formats
# expect: TypeError memoryview: product(shape) * itemsize != buffer size
# expect: TypeError memoryview: casts are restricted to C-contiguous views
# expect: NotImplementedError multi-dimensional sub-views are not implemented
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError cast() argument 'format' must be str, not int
# expect: [0.0]
