def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = list(range(6))
l[1:3] = 'xyz'; print(l)
l[2:2] = [9, 9]; print(l)
l[:2] = []; print(l)
l[::2] = [0] * len(l[::2]); print(l)
l[::-1] = list(l); print(l)
l[10:20] = ['end']; print(l)
l[3:1] = ['mid']; print(l)
l[:] = l[::-1]; print(l)
l[1:-1] = (x for x in 'gen'); print(l)
l[0:2] = l; print(l)
l[-1:] = {5: 6}; print(l)
for op in ['l[::2] = [1]', 'l[0:1] = 5', 'l[::0] = []', 'l[99] = 1', 'l["a"] = 1', 'l[::-1] = "ab"', 'l[0:2] = None', 'l[1.0] = 1']:
    try: exec(op); print(l)
    except Exception as e: print(op, '|', type(e).__name__, e)

# expect: [0, 'x', 'y', 'z', 3, 4, 5]
# expect: [0, 'x', 9, 9, 'y', 'z', 3, 4, 5]
# expect: [9, 9, 'y', 'z', 3, 4, 5]
# expect: [0, 9, 0, 'z', 0, 4, 0]
# expect: [0, 4, 0, 'z', 0, 9, 0]
# expect: [0, 4, 0, 'z', 0, 9, 0, 'end']
# expect: [0, 4, 0, 'mid', 'z', 0, 9, 0, 'end']
# expect: ['end', 0, 9, 0, 'z', 'mid', 0, 4, 0]
# expect: ['end', 'g', 'e', 'n', 0]
# expect: ['end', 'g', 'e', 'n', 0, 'e', 'n', 0]
# expect: ['end', 'g', 'e', 'n', 0, 'e', 'n', 5]
# expect: l[::2] = [1] | ValueError attempt to assign sequence of size 1 to extended slice of size 4
# expect: l[0:1] = 5 | TypeError must assign iterable to extended slice
# expect: l[::0] = [] | ValueError slice step cannot be zero
# expect: l[99] = 1 | IndexError list assignment index out of range
# expect: l["a"] = 1 | TypeError list indices must be integers or slices, not str
# expect: l[::-1] = "ab" | ValueError attempt to assign sequence of size 2 to extended slice of size 8
# expect: l[0:2] = None | TypeError must assign iterable to extended slice
# expect: l[1.0] = 1 | TypeError list indices must be integers or slices, not float
