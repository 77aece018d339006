a, b = 1, 2; a, b = b, a; print(a, b)
a, *b = [1]; print(a, b)
*a, b = 'xyz'; print(a, b)
a, *b, c = range(6); print(a, b, c)
(a, (b, c)), d = (1, (2, 3)), 4; print(a, b, c, d)
[a, b] = {1: 'x', 2: 'y'}; print(a, b)
a = b = c = []; print(a is b is c)
x = y, z = 1, 2; print(x, y, z)
(a) = 5; (b,) = [6]; [c] = 'q'; print(a, b, c)
a, b, *_ = (i for i in range(5)); print(a, b, _)
() = []; [] = (); print('empty ok')
*a, = (1, 2); print(a)
m = [1, 2]; i = 0
i, m[i] = 1, 'z'; print(i, m)
class O: pass
o = O(); o.x, o.y = 1, 2; o.l, o.m = [], o.x; print(o.x, o.y, o.m)
for k, (a, *b) in {'k': 'abc'}.items(): print(k, a, b)
def t(s):
    try: exec(s)
    except Exception as e: print(s, '|', type(e).__name__, e)
# since-3.14: too many values to unpack (expected 0) => too many values to unpack (expected 0, got 1)
for s in ['a, b = 1', 'a, b = None', 'a, b = []', 'a, b, c = "xy"', 'a, *b, c = [1]', '*a, b = []', 'a, b = {1}', '() = [1]', 'a, b = iter([])', '(a, b), c = 1, 2']: t(s)

# expect: 2 1
# expect: 1 []
# expect: ['x', 'y'] z
# expect: 0 [1, 2, 3, 4] 5
# expect: 1 2 3 4
# expect: 1 2
# expect: True
# expect: (1, 2) 1 2
# expect: 5 6 q
# expect: 0 1 [2, 3, 4]
# expect: empty ok
# expect: [1, 2]
# expect: 1 [1, 'z']
# expect: 1 2 1
# expect: k a ['b', 'c']
# expect: a, b = 1 | TypeError cannot unpack non-iterable int object
# expect: a, b = None | TypeError cannot unpack non-iterable NoneType object
# expect: a, b = [] | ValueError not enough values to unpack (expected 2, got 0)
# expect: a, b, c = "xy" | ValueError not enough values to unpack (expected 3, got 2)
# expect: a, *b, c = [1] | ValueError not enough values to unpack (expected at least 2, got 1)
# expect: *a, b = [] | ValueError not enough values to unpack (expected at least 1, got 0)
# expect: a, b = {1} | ValueError not enough values to unpack (expected 2, got 1)
# expect: () = [1] | ValueError too many values to unpack (expected 0, got 1)
# expect: a, b = iter([]) | ValueError not enough values to unpack (expected 2, got 0)
# expect: (a, b), c = 1, 2 | TypeError cannot unpack non-iterable int object
