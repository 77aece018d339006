class C:
    __x = 1
    def __init__(self): self.__y = 2; self.__z__ = 3; self._w = 4
    def __m(self): return self.__x + self.__y
    def call(self): return self.__m()
    def local(self):
        __v = 5
        return sorted(locals()), __v
    def kw(self, __k=1): return __k
c = C()
print(c.call(), sorted(vars(c)), C._C__x, c._C__m(), c.local())
try: c.__x
except AttributeError as e: print(e)
print(c.kw(_C__k=7))
class _D:
    __a = 'a'
    def get(self): return self.__a
print(_D().get(), _D._D__a)
class E(C):
    def __m(self): return 'E version'
    def get(self): return self.__m()
print(E().call(), E().get())
def f(): return __glob
_C__glob = 'mangled'
__glob = 'plain'
class C2:
    def g(self): return __glob
try: print(C2().g())
except NameError as e: print(e)
class C:
    def g(self): return __glob
print(C().g(), f(), getattr(c, '_C__y'))
class __: 
    __q = 1
print('__q' in vars(__))

# expect: 3 ['_C__y', '__z__', '_w'] 1 3 (['_C__v', 'self'], 5)
# expect: 'C' object has no attribute '__x'
# expect: 7
# expect: a a
# expect: 3 E version
# expect: name '_C2__glob' is not defined
# expect: mangled plain 2
# expect: True
