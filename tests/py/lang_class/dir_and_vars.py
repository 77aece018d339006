class A:
    x = 1
    def __init__(self): self.y = 2
    def m(self): pass
class B(A): z = 3
b = B()
pub = lambda o: [n for n in dir(o) if not n.startswith('__')]
print(pub(b), pub(B), vars(b), pub(A))
class D:
    def __dir__(self): return ['b', 'a', 'c']
print(dir(D()))
vars(b)['new'] = 5; print(b.new)
b.__dict__ = {'only': 1}; print(vars(b), b.x)
try: b.__dict__ = 5
except TypeError as e: print(e)
try: vars(5)
except TypeError as e: print(e)
try: vars(b, 1)
except TypeError as e: print(e)
try: vars(B)['q'] = 1
except TypeError as e: print(e)
def f(a):
    b = 1
    return dir(), vars()
print(f(0))
import types
m = types.ModuleType('m', 'doc'); m.v = 1
print(pub(m), m.__doc__, m.__name__, vars(m)['v'])
m.__dir__ = lambda: ['custom']; print(dir(m))
m.__getattr__ = lambda n: 'mod ' + n; print(m.anything)

# expect: ['m', 'x', 'y', 'z'] ['m', 'x', 'z'] {'y': 2} ['m', 'x']
# expect: ['a', 'b', 'c']
# expect: 5
# expect: {'only': 1} 1
# expect: __dict__ must be set to a dictionary, not a 'int'
# expect: vars() argument must have __dict__ attribute
# expect: vars expected at most 1 argument, got 2
# expect: 'mappingproxy' object does not support item assignment
# expect: (['a', 'b'], {'a': 0, 'b': 1})
# expect: ['v'] doc m 1
# expect: ['custom']
# expect: mod anything
