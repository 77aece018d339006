x = 5
l = [x for x in range(3)]
print(x, l)
def f():
    i = 'kept'
    [i for i in range(3)]; {i for i in 'a'}; {i: i for i in 'b'}
    return i
print(f())
print([[i + j for j in range(i)] for i in range(3)])
def g(n): return [lambda: n * i for i in range(3)]
print([h() for h in g(2)])
class C:
    n = 3
    a = [i for i in range(n)]
    b = [i * n for i in range(2)] if False else None
print(C.a)
def k():
    return [(lambda y=i: (y, i))() for i in range(3)]
print(k())
def loc(): return [sorted(locals()) for q in [0]]
print(loc())
try: [zz for zz in range(2)]; zz
except NameError as e: print(e)
def deep(): return [[[(a, b, c) for c in 'z'] for b in 'y'] for a in 'x']
print(deep())
def shadow(x): return [x for x in [x, x + 1]], x
print(shadow(1))

# expect: 5 [0, 1, 2]
# expect: kept
# expect: [[], [1], [2, 3]]
# expect: [4, 4, 4]
# expect: [0, 1, 2]
# expect: [(0, 0), (1, 1), (2, 2)]
# expect: [['q']]
# expect: name 'zz' is not defined
# expect: [[[('x', 'y', 'z')]]]
# expect: ([1, 2], 1)
