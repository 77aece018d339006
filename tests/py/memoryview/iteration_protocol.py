def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

m = memoryview(b'xyz')
t(lambda: [x for x in m])
t(lambda: list(reversed(m)))
t(lambda: list(enumerate(m)))
t(lambda: sorted(m))
t(lambda: max(m))
t(lambda: sum(m))
t(lambda: tuple(m))
t(lambda: [*m])
t(lambda: 120 in m)
t(lambda: 'a' in m)
t(lambda: bool(memoryview(b'')))
t(lambda: iter(m).__next__())
a, b, c = m; print(a, b, c)
t(lambda: memoryview(b'\x01\x02\x03\x04').cast('B', [2, 2]).tolist())
t(lambda: list(memoryview(b'\x01\x02\x03\x04').cast('B', [2, 2])))

# expect: [120, 121, 122]
# expect: [122, 121, 120]
# expect: [(0, 120), (1, 121), (2, 122)]
# expect: [120, 121, 122]
# expect: 122
# expect: 363
# expect: (120, 121, 122)
# expect: [120, 121, 122]
# expect: True
# expect: False
# expect: False
# expect: 120
# expect: 120 121 122
# expect: [[1, 2], [3, 4]]
# expect: NotImplementedError multi-dimensional sub-views are not implemented
