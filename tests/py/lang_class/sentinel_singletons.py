class Singleton:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def __repr__(self): return '<S>'
    def __bool__(self): return False
    def __reduce__(self): return 'S'
    def __copy__(self): return self
    def __deepcopy__(self, m): return self
S = Singleton()
import copy
print(S is Singleton(), S, bool(S), copy.deepcopy([S])[0] is S)
class Borg:
    _st = {}
    def __init__(self): self.__dict__ = self._st
a, b = Borg(), Borg(); a.x = 1; print(b.x, a is b)
class Final:
    def __init_subclass__(cls): raise TypeError('cannot subclass Final')
try:
    class X(Final): pass
except TypeError as e: print(e)
class Abstract:
    def __new__(cls, *a):
        if cls is Abstract: raise TypeError('abstract')
        return super().__new__(cls)
class Concrete(Abstract): pass
try: Abstract()
except TypeError as e: print(e)
print(type(Concrete()).__name__)
MISSING = object()
def get(d, k, default=MISSING):
    if k in d: return d[k]
    if default is MISSING: raise KeyError(k)
    return default
print(get({'a': None}, 'a'), get({}, 'b', None))

# expect: True <S> False True
# expect: 1 False
# expect: cannot subclass Final
# expect: abstract
# expect: Concrete
# expect: None None
