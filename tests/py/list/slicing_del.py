def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = list(range(12))
del l[0], l[-1]; print(l)
del l[2:4]; print(l)
del l[::3]; print(l)
del l[::-2]; print(l)
del l[5:1]; print(l)
del l[-2:]; print(l)
del l[:]; print(l)
for op in ['del l[0]', 'del l["a"]', 'del l[::0]', 'del l[1.5]']:
    try: exec(op)
    except Exception as e: print(op, '|', type(e).__name__, e)
m = [[1, 2], [3, 4]]; del m[0][1], m[1][:]; print(m)

# expect: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
# expect: [1, 2, 5, 6, 7, 8, 9, 10]
# expect: [2, 5, 7, 8, 10]
# expect: [5, 8]
# expect: [5, 8]
# expect: []
# expect: []
# expect: del l[0] | IndexError list assignment index out of range
# expect: del l["a"] | TypeError list indices must be integers or slices, not str
# expect: del l[::0] | ValueError slice step cannot be zero
# expect: del l[1.5] | TypeError list indices must be integers or slices, not float
# expect: [[1], []]
