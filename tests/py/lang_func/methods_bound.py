class C:
    def m(self, x=1): return (self.n, x)
    n = 5
c = C()
b = c.m
print(b(), b(2), b.__self__ is c, b.__func__ is C.m, b.__name__, C.m(c, 3))
print(c.m == c.m, c.m is c.m, hash(c.m) == hash(c.m), C().m == C().m)
try: C.m()
except TypeError as e: print(e)
try: c.m(1, 2)
except TypeError as e: print(e)
c.m2 = lambda x: x
print(c.m2(7))
import types
c.m3 = types.MethodType(lambda self, y: (self.n, y), c)
print(c.m3('y'))
def free(self): return self.n * 2
C.late = free
print(c.late(), c.late.__qualname__)
b.__func__.attr = 1
print(b.attr)
try: b.attr = 2
except AttributeError as e: print(e)
try: types.MethodType(5, c)
except TypeError as e: print(e)
try: types.MethodType(len, None)
except TypeError as e: print(e)
print([].append.__name__, [1].__len__.__name__, str.upper.__name__, 'a'.upper.__self__, len.__self__.__name__, repr(str.upper), repr(len), repr(object.__init__))

# expect: (5, 1) (5, 2) True True m (5, 3)
# expect: True False True False
# expect: C.m() missing 1 required positional argument: 'self'
# expect: C.m() takes from 1 to 2 positional arguments but 3 were given
# expect: 7
# expect: (5, 'y')
# expect: 10 free
# expect: 1
# expect: 'method' object has no attribute 'attr' and no __dict__ for setting new attributes
# expect: first argument must be callable
# expect: instance must not be None
# expect: append __len__ upper a builtins <method 'upper' of 'str' objects> <built-in function len> <slot wrapper '__init__' of 'object' objects>
