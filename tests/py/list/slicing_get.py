def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = list(range(10))
t(lambda: l[:])
t(lambda: l[2:5])
t(lambda: l[::3])
t(lambda: l[::-1])
t(lambda: l[8:2:-2])
t(lambda: l[-3:])
t(lambda: l[:-3])
t(lambda: l[5:5])
t(lambda: l[100:])
t(lambda: l[-100:3])
t(lambda: l[3:1])
t(lambda: l[::100])
t(lambda: l[::-100])
t(lambda: l[True:3])
t(lambda: l[None:2])
t(lambda: l[slice(1, 4)])
t(lambda: l[:] is l)
t(lambda: l[2:2 + 1])
t(lambda: l[-1])
t(lambda: l[0])
t(lambda: l[-10])
t(lambda: l[10])
t(lambda: l[-11])
t(lambda: l['a'])
t(lambda: l[1.5])
t(lambda: l[None])
t(lambda: l[1, 2])
t(lambda: l[::0])
t(lambda: l['a':])
t(lambda: l[1.5:])
t(lambda: l[2 ** 100])
t(lambda: l[2 ** 100:])
t(lambda: l[:2 ** 100][:2])
t(lambda: l[-2 ** 100:][:2])

# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect: [2, 3, 4]
# expect: [0, 3, 6, 9]
# expect: [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
# expect: [8, 6, 4]
# expect: [7, 8, 9]
# expect: [0, 1, 2, 3, 4, 5, 6]
# expect: []
# expect: []
# expect: [0, 1, 2]
# expect: []
# expect: [0]
# expect: [9]
# expect: [1, 2]
# expect: [0, 1]
# expect: [1, 2, 3]
# expect: False
# expect: [2]
# expect: 9
# expect: 0
# expect: 0
# expect: IndexError list index out of range
# expect: IndexError list index out of range
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError list indices must be integers or slices, not float
# expect: TypeError list indices must be integers or slices, not NoneType
# expect: TypeError list indices must be integers or slices, not tuple
# expect: ValueError slice step cannot be zero
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: []
# expect: [0, 1]
# expect: [0, 1]
