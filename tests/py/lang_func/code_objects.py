def f(a, b=1, /, c=2, *args, d=3, **kw):
    x = a + b
    def inner(): return x
    return inner
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount)
print(c.co_varnames[:6], c.co_cellvars, c.co_freevars, c.co_firstlineno)
g = c.replace(co_name='renamed')
print(g.co_name, g == c, c == c, c.replace() == c)
import types
h = types.FunctionType(c, globals(), 'h', (10,))
print(h.__name__, h.__defaults__, h(1, 2, d=0)())
print(type(c).__name__, compile('1', 'f.py', 'eval').co_filename, compile('1', 'f.py', 'eval').co_name)
def flags(fn): return [n for n, b in (('opt', 1), ('newlocals', 2), ('varargs', 4), ('varkw', 8), ('nested', 16), ('gen', 32), ('coro', 128), ('asyncgen', 512)) if fn.__code__.co_flags & b]
def gen(): yield
async def co(): pass
async def ag(): yield
for fn in (f, gen, co, ag, lambda: 0, f(1)): print(flags(fn))

# expect: f f 3 2 1
# expect: ('a', 'b', 'c', 'd', 'args', 'kw') ('x',) () 1
# expect: renamed False True True
# expect: h (10,) 3
# expect: code f.py <module>
# expect: ['opt', 'newlocals', 'varargs', 'varkw']
# expect: ['opt', 'newlocals', 'gen']
# expect: ['opt', 'newlocals', 'coro']
# expect: ['opt', 'newlocals', 'asyncgen']
# expect: ['opt', 'newlocals']
# expect: ['opt', 'newlocals', 'nested']
