def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

m = memoryview(b'abc')
t(lambda: m[0])
t(lambda: m[-1])
t(lambda: m[1:].tobytes())
t(lambda: len(m))
t(lambda: m.tolist())
t(lambda: bytes(m))
t(lambda: m.format)
t(lambda: m.itemsize)
t(lambda: m.nbytes)
t(lambda: m.shape)
t(lambda: m.strides)
t(lambda: m.ndim)
t(lambda: m.readonly)
t(lambda: m.obj)
t(lambda: m.contiguous)
t(lambda: m.c_contiguous)
t(lambda: m.f_contiguous)
t(lambda: m.suboffsets)
t(lambda: m == b'abc')
t(lambda: m == memoryview(b'abc'))
t(lambda: list(m))
t(lambda: 97 in m)
t(lambda: m.hex())
t(lambda: m[::-1].tobytes())
t(lambda: m[::2].tolist())
t(lambda: type(m).__name__)
t(lambda: m[5])
t(lambda: m['a'])
t(lambda: m[1.5])
t(lambda: memoryview('a'))
t(lambda: memoryview([1]))
t(lambda: memoryview(5))
t(lambda: memoryview())
try: m[0] = 1
except TypeError as e: print(e)

# expect: 97
# expect: 99
# expect: b'bc'
# expect: 3
# expect: [97, 98, 99]
# expect: b'abc'
# expect: 'B'
# expect: 1
# expect: 3
# expect: (3,)
# expect: (1,)
# expect: 1
# expect: True
# expect: b'abc'
# expect: True
# expect: True
# expect: True
# expect: ()
# expect: True
# expect: True
# expect: [97, 98, 99]
# expect: True
# expect: '616263'
# expect: b'cba'
# expect: [97, 99]
# expect: 'memoryview'
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: TypeError memoryview: a bytes-like object is required, not 'list'
# expect: TypeError memoryview: a bytes-like object is required, not 'int'
# expect: TypeError memoryview() missing required argument 'object' (pos 1)
# expect: cannot modify read-only memory
