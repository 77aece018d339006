def t(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
def f(v):
    a = b = c = 'old'
    try: a, b, c = v
    except Exception as e: return a, b, c, str(e)[:25]
    return a, b, c
class It:
    def __iter__(self): yield 1; yield 2; raise KeyError('it')
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
for v in ((1,2,3), [1,2,3], 'xyz', (1,2), [1,2], 'xyzw', (1,2,3,4), [1,2,3,4], range(3), range(4), {1,}, {'a':1,'b':2,'c':3}, It(), Seq(), iter([7,8,9]), (i for i in range(2)), 5, None):
    print(t(f, v))
def g(a):
    a, b = a
    return a, b
print(g((1,2)), g([3,4]), g('56'))
def h(a, b):
    a, b = b, a
    b, a = [b, a]
    (a, b), c = (a, b), 3
    return a, b, c
print(h(1,2))
def loops():
    out = []
    for k, v in {'a': 1, 'b': 2}.items(): out.append((k, v))
    for i, x in enumerate('pq'): out.append((i, x))
    for (a, b), c in [((1, 2), 3)]: out.append((a, b, c))
    for a, in [(1,), [2]]: out.append(a)
    out += [(x, y) for x, y in zip('ab', 'cd')]
    out += [y for x, y in [(1, 2)] for y, x in [(x, y)]]
    def inner(): return k
    for k, v in [('z', 9)]: pass
    return out, inner(), v
print(loops())
def d():
    a, b = 1, 2
    del a
    a, b = [5, 6]
    return a, b
print(d())
def unbound():
    try: a, b = (1,)
    except ValueError: pass
    return a
print(t(unbound))
class Del:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def order():
    a, b = Del(1), Del(2)
    a, b = (3, 4)
    print('after', a, b)
order()
def star():
    a, *b = [1, 2, 3]
    a, b, c, d, e, f, g, h, i = range(9)
    return a, b, i
print(star())
import sys
lines = []
def tr(f, e, a):
    if f.f_code.co_name == 'multi' and e == 'line': lines.append(f.f_lineno - f.f_code.co_firstlineno)
    return tr
def multi():
    (a,
     b) = (1,
           2)
    a, b = [3, 4]
    return a
sys.settrace(tr); multi(); sys.settrace(None)
print(lines)
def gen():
    a, b = yield
    c, d = yield a
    yield b, c, d
x = gen(); next(x); print(x.send('12'), x.send((3, 4)))
def nonl():
    a, b = 1, 2
    def k():
        nonlocal a
        a, b = 5, 6
        return b
    return k(), a, b
print(nonl())
def wal(v):
    while (p := v):
        a, v = p
    return a, v
print(wal((1, (2, (3, None)))))
def upd(v):
    v, w = v
    v, w = w, v
    w, v = (v, w)
    return v, w
print(upd((1,2)))

# expect: (1, 2, 3)
# expect: (1, 2, 3)
# expect: ('x', 'y', 'z')
# expect: ('old', 'old', 'old', 'not enough values to unpa')
# expect: ('old', 'old', 'old', 'not enough values to unpa')
# expect: ('old', 'old', 'old', 'too many values to unpack')
# expect: ('old', 'old', 'old', 'too many values to unpack')
# expect: ('old', 'old', 'old', 'too many values to unpack')
# expect: (0, 1, 2)
# expect: ('old', 'old', 'old', 'too many values to unpack')
# expect: ('old', 'old', 'old', 'not enough values to unpa')
# expect: ('a', 'b', 'c')
# expect: ('old', 'old', 'old', "'it'")
# expect: (0, 10, 20)
# expect: (7, 8, 9)
# expect: ('old', 'old', 'old', 'not enough values to unpa')
# expect: ('old', 'old', 'old', 'cannot unpack non-iterabl')
# expect: ('old', 'old', 'old', 'cannot unpack non-iterabl')
# expect: (1, 2) (3, 4) ('5', '6')
# expect: (2, 1, 3)
# expect: ([('a', 1), ('b', 2), (0, 'p'), (1, 'q'), (1, 2, 3), 1, 2, ('a', 'c'), ('b', 'd'), 1], 'z', 9)
# expect: (5, 6)
# expect: ('UnboundLocalError', "cannot access local variable 'a' where it is not associated with a value")
# expect: del 1
# expect: del 2
# expect: after 3 4
# expect: (0, 1, 8)
# expect: [2, 1, 2, 4, 5]
# expect: 1 ('2', 3, 4)
# expect: (6, 5, 2)
# expect: (3, None)
# expect: (1, 2)
