def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: slice(None).indices(5))
t(lambda: slice(1, 10).indices(5))
t(lambda: slice(-2, None).indices(5))
t(lambda: slice(None, None, -1).indices(5))
t(lambda: slice(10, 0, -2).indices(5))
t(lambda: slice(-10, -1).indices(3))
t(lambda: slice(0, 0).indices(0))
t(lambda: slice(None, None, 100).indices(5))
t(lambda: slice(3, 1).indices(5))
t(lambda: slice(2 ** 70, None, -2 ** 70).indices(10))
t(lambda: slice(1, 5).indices(2 ** 70))
t(lambda: slice(None, -1, None).indices(3))
t(lambda: slice(1).indices(-1))
t(lambda: slice('a').indices(5))
t(lambda: slice(None, None, 0).indices(5))
t(lambda: slice(1).indices())
t(lambda: slice(1).indices(1.5))
t(lambda: [list(range(*slice(a, b, c).indices(4))) == [0, 1, 2, 3][a:b:c] for a in (None, -5, -1, 0, 2, 9) for b in (None, -2, 3) for c in (None, 1, -1, 2, -3)].count(True))

# expect: (0, 5, 1)
# expect: (1, 5, 1)
# expect: (3, 5, 1)
# expect: (4, -1, -1)
# expect: (4, 0, -2)
# expect: (0, 2, 1)
# expect: (0, 0, 1)
# expect: (0, 5, 100)
# expect: (3, 1, 1)
# expect: (9, -1, -1180591620717411303424)
# expect: (1, 5, 1)
# expect: (0, 2, 1)
# expect: ValueError length should not be negative
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: ValueError slice step cannot be zero
# expect: TypeError slice.indices() takes exactly one argument (0 given)
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: 90
