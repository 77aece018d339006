def f():
    x = 1
    def g(): return x
    return g
c = f().__closure__[0]
print(type(c).__name__, c.cell_contents)
c.cell_contents = 5
g = f()
g.__closure__[0].cell_contents = 'changed'
print(g())
import types
print(types.CellType(3).cell_contents, types.CellType(3) == types.CellType(3), types.CellType(1) < types.CellType(2))
e = types.CellType()
try: e.cell_contents
except ValueError as x: print(x)
h = types.FunctionType(g.__code__, globals(), 'h', None, (types.CellType('made'),))
print(h(), h.__name__)
try: types.FunctionType(g.__code__, globals())
except TypeError as x: print(x)
try: g.__closure__ = ()
except AttributeError as x: print(x)
del g.__closure__[0].cell_contents
try: g()
except NameError as x: print(x)

# expect: cell 1
# expect: changed
# expect: 3 True True
# expect: Cell is empty
# expect: made h
# expect: arg 5 (closure) must be tuple
# expect: readonly attribute
# expect: cannot access free variable 'x' where it is not associated with a value in enclosing scope
