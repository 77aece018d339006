# Contexts, frames and values where exceptions are thrown into generators.
import sys
def g():
    try: raise KeyError('a')
    except KeyError:
        yield 1
gen = g(); next(gen)
try: gen.throw(ValueError('v'))
except ValueError as e: print(repr(e.__context__))

def inner(): yield
def outer():
    try: raise KeyError('b')
    except KeyError: yield from inner()
gen = outer(); next(gen)
try: gen.throw(ValueError('w'))
except ValueError as e: print(repr(e.__context__))

def names():
    f, out = sys._getframe(1), []
    while f and not f.f_code.co_name.startswith('call'): out.append(f.f_code.co_name); f = f.f_back
    return out
def leaf():
    try: yield names()
    except ValueError: yield names()
def middle(): yield from leaf()
def top(): yield from middle()
def call():
    t = top()
    print(next(t), t.throw(ValueError))
call()

class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration(42)
def take(): print((yield from It()))
list(take())

class E(Exception):
    def __new__(cls): return cls
def plain(): yield
p = plain(); next(p)
try: p.throw(E)
except TypeError as e: print('TypeError', 'should have returned an instance of BaseException' in str(e))
print(list(p))

class G:
    def __getattr__(self, n): raise AttributeError()
try: G().missing
except AttributeError as e: print(e.name, type(e.obj).__name__)
class Odd:
    @property
    def __eq__(self): raise AttributeError('hidden')
print(Odd() == Odd())
class S:
    def __init__(self, *a): self.a = a
    name = property(lambda s: s.a)
super_, super = super, S
class U:
    def f(self): return super(1, 2).name
print(U().f())
del super
exec("""if 1:
    x = 7
    def f():
        x = 1
        def g():
            global x
            return (lambda: x)()
        return g()
    print(f(), x)
""", {}, {})

# expect: KeyError('a')
# expect: KeyError('b')
# expect: ['leaf', 'middle', 'top'] ['leaf', 'middle', 'top']
# expect: 42
# expect: TypeError True
# expect: []
# expect: missing G
# expect: False
# expect: (1, 2)
# expect: 7 7
