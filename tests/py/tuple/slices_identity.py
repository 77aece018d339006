def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t1 = tuple(range(10))
t(lambda: t1[:] is t1)
t(lambda: tuple(t1) is t1)
t(lambda: () is ())
t(lambda: t1[2:5])
t(lambda: t1[-3:])
t(lambda: t1[8:2:-3])
t(lambda: t1[5:5])
t(lambda: t1[20:])
t(lambda: t1 + () is t1 or True)
t(lambda: t1 * 1 is t1 or True)
t(lambda: t1[::100])
t(lambda: t1[slice(1, 3)])
t(lambda: t1[True:3])
t(lambda: t1[::0])
t(lambda: t1[None])

# expect: True
# expect: True
# expect: True
# expect: (2, 3, 4)
# expect: (7, 8, 9)
# expect: (8, 5)
# expect: ()
# expect: ()
# expect: True
# expect: True
# expect: (0,)
# expect: (1, 2)
# expect: (1, 2)
# expect: ValueError slice step cannot be zero
# expect: TypeError tuple indices must be integers or slices, not NoneType
