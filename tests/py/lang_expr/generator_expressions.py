g = (x * 2 for x in range(4))
print(next(g), list(g), list(g))
print(sum(x for x in range(101)), max(len(w) for w in 'a bbb cc'.split()))
print(any(x > 3 for x in range(5)), all(x for x in []))
def src():
    print('start', end=' ')
    yield 1
    print('mid', end=' ')
    yield 2
h = (v for v in src())
print('made', end=' ')
print(list(h))
print(', '.join(str(i) for i in range(3)))
try:
    (x for x in 5)
except TypeError as e: print(e)
z = 10
e = (z + i for i in range(2))
z = 20
print(list(e))
g = ((a, b) for a in 'xy' for b in range(2) if b or a == 'x')
print(list(g), type(g).__name__, g.__name__)
print(dict((k, v) for k, v in [('a', 1)]), tuple(i for i in 'ab'))

# expect: 0 [2, 4, 6] []
# expect: 5050 3
# expect: True True
# expect: made start mid [1, 2]
# expect: 0, 1, 2
# expect: 'int' object is not iterable
# expect: [20, 21]
# expect: [('x', 0), ('x', 1), ('y', 1)] generator <genexpr>
# expect: {'a': 1} ('a', 'b')
