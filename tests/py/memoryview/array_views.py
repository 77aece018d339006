def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import array
a = array.array('i', [1, 2, 3]); m = memoryview(a)
t(lambda: m.format)
t(lambda: m.itemsize)
t(lambda: m.tolist())
t(lambda: m[1])
t(lambda: m.nbytes)
t(lambda: m.shape)
m[0] = -5; print(a)
try: m[0] = 2 ** 40
except Exception as e: print(type(e).__name__, e)
try: m[0] = 'x'
except Exception as e: print(type(e).__name__, e)
try: a.append(1)
except BufferError as e: print(e)
m.release(); a.append(4); print(a)
d = memoryview(array.array('d', [1.5, 2.5]))
t(lambda: d.tolist())
t(lambda: d[1])
t(lambda: d.format)
t(lambda: d[::-1].tolist())
t(lambda: d == array.array('d', [1.5, 2.5]))
t(lambda: d == array.array('f', [1.5, 2.5]))
t(lambda: d == array.array('i', [1, 2]))

# expect: 'i'
# expect: 4
# expect: [1, 2, 3]
# expect: 2
# expect: 12
# expect: (3,)
# expect: array('i', [-5, 2, 3])
# expect: ValueError memoryview: invalid value for format 'i'
# expect: TypeError memoryview: invalid type for format 'i'
# expect: cannot resize an array that is exporting buffers
# expect: array('i', [-5, 2, 3, 4])
# expect: [1.5, 2.5]
# expect: 2.5
# expect: 'd'
# expect: [2.5, 1.5]
# expect: True
# expect: True
# expect: False
