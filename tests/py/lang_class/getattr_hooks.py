class A:
    real = 1
    def __getattr__(self, n):
        if n.startswith('dyn_'): return n[4:]
        raise AttributeError(f'no {n}')
a = A()
print(a.real, a.dyn_x, hasattr(a, 'foo'), getattr(a, 'zzz', 'd'))
try: a.foo
except AttributeError as e: print(e)
class B:
    def __init__(self): object.__setattr__(self, 'log', [])
    def __getattribute__(self, n):
        l = object.__getattribute__(self, 'log')
        if n != 'log': l.append(('get', n))
        return object.__getattribute__(self, n)
    def __setattr__(self, n, v): self.log.append(('set', n, v)); object.__setattr__(self, n, v)
    def __delattr__(self, n): self.log.append(('del', n)); object.__delattr__(self, n)
    def m(self): return 'm'
    def __len__(self): return 2
b = B(); b.x = 1; b.x; b.m(); len(b); del b.x
print(b.log)
class C:
    def __getattribute__(self, n): raise AttributeError(n)
    def __getattr__(self, n): return 'fallback ' + n
print(C().anything, C().__class__)
class F:
    def __setattr__(self, n, v): raise AttributeError(f'frozen: {n}')
try: F().x = 1
except AttributeError as e: print(e)
class P:
    def __init__(s, o): s.__dict__['o'] = o
    def __getattr__(s, n): return getattr(s.o, n)
    def __setattr__(s, n, v): setattr(s.o, n, v)
l = A(); p = P(l); p.q = 5; print(l.q, p.real, p.dyn_z)
for s in ['getattr(1)', 'getattr(1, 2)', 'setattr(1, "x", 2)', 'hasattr(1, 2)', 'delattr(1, "x")', 'setattr(object(), "x", 1)', 'getattr(a, "b", 1, 2)']:
    try: print(eval(s))
    except Exception as e: print(type(e).__name__, e)

# expect: 1 x False d
# expect: no foo
# expect: [('set', 'x', 1), ('get', 'x'), ('get', 'm'), ('del', 'x')]
# expect: fallback anything fallback __class__
# expect: frozen: x
# expect: 5 1 z
# expect: TypeError getattr expected at least 2 arguments, got 1
# expect: TypeError attribute name must be string, not 'int'
# expect: AttributeError 'int' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: TypeError attribute name must be string, not 'int'
# expect: AttributeError 'int' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: TypeError getattr expected at most 3 arguments, got 4
