n = 3
g = (x + n for x in range(3)); n = 100; print(list(g))
print([list((a, b) for b in range(a)) for a in range(3)])
class C:
    k = 2
    v = list(x for x in range(k))
    try: w = list(x * k for x in range(2))
    except NameError as e: w = str(e)
print(C.v, C.w)
fs = [lambda: x for x in range(3)]; print([f() for f in fs])
gs = [(lambda y=x: y) for x in range(3)]; print([f() for f in gs])
def f():
    x = 'outer'
    l = list(x for x in 'ab')
    return x, l
print(f())
it = iter([1, 2, 3, 4])
print(list((a, b) for a in it for b in it), list(zip(g := iter('abcd'), g)))

# expect: [100, 101, 102]
# expect: [[], [(1, 0)], [(2, 0), (2, 1)]]
# expect: [0, 1] name 'k' is not defined
# expect: [2, 2, 2]
# expect: [0, 1, 2]
# expect: ('outer', ['a', 'b'])
# expect: [(1, 2), (1, 3), (1, 4)] [('a', 'b'), ('c', 'd')]
