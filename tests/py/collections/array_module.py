def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from array import array
a = array('i', [1, 2, 3])
t(lambda: a)
t(lambda: a[0])
t(lambda: a.append(4))
t(lambda: a)
t(lambda: a.typecode)
t(lambda: a.itemsize)
t(lambda: a.tolist())
t(lambda: a.tobytes()[:4])
t(lambda: a.extend([5]))
t(lambda: a.pop())
t(lambda: a.index(3))
t(lambda: a.count(1))
t(lambda: a.insert(0, 9))
t(lambda: a.remove(9))
t(lambda: a.reverse())
t(lambda: a)
t(lambda: a[1:3])
t(lambda: a + array('i', [7]))
t(lambda: a * 2)
t(lambda: len(a))
t(lambda: 2 in a)
t(lambda: array('d', [1.5]))
t(lambda: array('u', 'é') if 0 else 0)
t(lambda: array('b', b'ab'))
t(lambda: a == array('i', [4, 3, 2, 1]))
t(lambda: array('f', [1]) == array('i', [1]))
t(lambda: list(reversed(a)))
t(lambda: array('B', [1]).tobytes())
t(lambda: array('q', [2 ** 60])[0])
t(lambda: a.append('x'))
t(lambda: a.append(2 ** 40))
t(lambda: a.append(1.5))
t(lambda: array('z'))
t(lambda: array('i', 'ab'))
t(lambda: array('i')[0])
t(lambda: array('b', [200]))
t(lambda: a.remove(99))
t(lambda: a.index(99))
t(lambda: a + [1])
a[0:2] = array('i', [8, 8, 8]); del a[-1]; a[0] += 5; print(a); a.frombytes(b'\x01\0\0\0'); a.byteswap() if 0 else None; print(a, a.buffer_info()[1])

# expect: array('i', [1, 2, 3])
# expect: 1
# expect: None
# expect: array('i', [1, 2, 3, 4])
# expect: 'i'
# expect: 4
# expect: [1, 2, 3, 4]
# expect: b'\x01\x00\x00\x00'
# expect: None
# expect: 5
# expect: 2
# expect: 1
# expect: None
# expect: None
# expect: None
# expect: array('i', [4, 3, 2, 1])
# expect: array('i', [3, 2])
# expect: array('i', [4, 3, 2, 1, 7])
# expect: array('i', [4, 3, 2, 1, 4, 3, 2, 1])
# expect: 4
# expect: True
# expect: array('d', [1.5])
# expect: 0
# expect: array('b', [97, 98])
# expect: True
# expect: True
# expect: [1, 2, 3, 4]
# expect: b'\x01'
# expect: 1152921504606846976
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError signed integer is greater than maximum
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: TypeError cannot use a str to initialize an array with typecode 'i'
# expect: IndexError array index out of range
# expect: OverflowError signed char is greater than maximum
# expect: ValueError array.remove(x): x not in array
# expect: ValueError array.index(x): x not in array
# expect: TypeError can only append array (not "list") to array
# expect: array('i', [13, 8, 8, 2])
# expect: array('i', [13, 8, 8, 2, 1]) 5
