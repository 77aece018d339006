def f(a):
    l1 = locals()
    b = 2
    l2 = locals()
    return sorted(l1), sorted(l2), l1 is l2
print(f(1))
def g():
    x = 1
    d = locals()
    d['x'] = 100
    x += 1
    return x, d['x']
print(g())
import sys
def h():
    y = 5
    fr = sys._getframe()
    fr.f_locals['y'] = 50
    return y, fr.f_locals['y']
print(h())
class C:
    a = 1
    locals()['b'] = 2
print(C.b)
locals()['top'] = 3; print(top)
def gen():
    z = 1
    yield sorted(locals())
    w = 2
    yield sorted(locals())
print(list(gen()))

# expect: (['a'], ['a', 'b', 'l1'], False)
# expect: (2, 100)
# expect: (50, 50)
# expect: 2
# expect: 3
# expect: [['z'], ['w', 'z']]
