def f(): pass
d = {f: 1, len: 2, int: 3}
print(d[f], d[len], d[int], f in [f], f == f, f != len)
fs = [print, str.upper, lambda x: x * 2, int, 'a{}'.format]
print([g('5') for g in fs[1:]])
class C:
    op = len
    def m(self): return self.op('abc')
print(C().m())
class D: op = lambda self, x: x
print(D().op(3))
def outer():
    def inner(): return 'inner'
    outer.saved = inner
    return inner
outer()
print(outer.saved(), outer.saved.__qualname__)
switch = {1: lambda: 'one', 2: lambda: 'two'}
print(switch.get(2, lambda: 'other')(), switch.get(3, lambda: 'other')())
import copy
print(copy.copy(f) is f, copy.deepcopy(f) is f)
def with_attr(): with_attr.n = getattr(with_attr, 'n', 0) + 1; return with_attr.n
print(with_attr(), with_attr())

# expect: 1 2 3 True True True
# expect: ['5', '55', 5, 'a5']
# expect: 3
# expect: 3
# expect: inner outer.<locals>.inner
# expect: two other
# expect: True True
# expect: 1 2
