# One place of a program reads an attribute of modules, of their subclasses and of other objects in turn.
import types

m=types.ModuleType('m'); m.x=1
def g(): return m.x
for i in range(3): print(g())
m.x=2; print(g()); del m.x
try: g()
except AttributeError as e: print(e)
m.y=5; m.x=7; print(g())
class M(types.ModuleType):
    @property
    def x(self): return 'prop'
m.__class__=M; print(g())
m2=types.ModuleType('m2'); m2.__getattr__=lambda n: 'dyn '+n
m=m2; print(g()); m2.x=3; print(g()); del m2.x; print(g())
class O: x='cls'
m=O(); print(g()); m.x='own'; print(g())
# expect: 1
# expect: 1
# expect: 1
# expect: 2
# expect: module 'm' has no attribute 'x'
# expect: 7
# expect: prop
# expect: dyn x
# expect: 3
# expect: dyn x
# expect: cls
# expect: own
