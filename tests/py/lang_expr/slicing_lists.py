a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[::2], a[1::3], a[::-1], a[8:2:-2])
print(a[-3:], a[:-3], a[-5:-2], a[100:], a[:100], a[5:2], a[-100:2])
print(a[None:None:None], a[True:4], a[slice(1, 8, 3)])
b = a[:]
b[2:5] = ['x']; print(b)
b[1:1] = [1.5, 1.6]; print(b)
b[::2] = 'ABCDE'[:len(b[::2])]; print(b)
del b[1:3]; print(b)
del b[::2]; print(b)
b[:] = []; print(b)
for bad in ['a[::0]', 'a["x":]', 'a[1:2:3, 4]', 'a[1.0]', 'a[99]', 'a[-11]']:
    try:
        eval(bad)
    except Exception as e:
        print(bad, type(e).__name__, e)
try:
    a[::2] = [1]
except ValueError as e: print(e)
try:
    a[0:2] = 5
except TypeError as e: print(e)
class I:
    def __index__(self): return 3
print(a[I()], a[I():], a[:I()])

# expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [0, 2, 4, 6, 8] [1, 4, 7] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4]
# expect: [7, 8, 9] [0, 1, 2, 3, 4, 5, 6] [5, 6, 7] [] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [] [0, 1]
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [1, 2, 3] [1, 4, 7]
# expect: [0, 1, 'x', 5, 6, 7, 8, 9]
# expect: [0, 1.5, 1.6, 1, 'x', 5, 6, 7, 8, 9]
# expect: ['A', 1.5, 'B', 1, 'C', 5, 'D', 7, 'E', 9]
# expect: ['A', 1, 'C', 5, 'D', 7, 'E', 9]
# expect: [1, 5, 7, 9]
# expect: []
# expect: a[::0] ValueError slice step cannot be zero
# expect: a["x":] TypeError slice indices must be integers or None or have an __index__ method
# expect: a[1:2:3, 4] TypeError list indices must be integers or slices, not tuple
# expect: a[1.0] TypeError list indices must be integers or slices, not float
# expect: a[99] IndexError list index out of range
# expect: a[-11] IndexError list index out of range
# expect: attempt to assign sequence of size 1 to extended slice of size 5
# expect: must assign iterable to extended slice
# expect: 3 [3, 4, 5, 6, 7, 8, 9] [0, 1, 2]
