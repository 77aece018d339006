def twice(f): return lambda *a: f(f(*a))
@twice
def inc(x): return x + 1
print(inc(5))
class Reg(dict):
    def register(self, name):
        def d(f): self[name] = f; return f
        return d
r = Reg()
@r.register('add')
def add(a, b): return a + b
@r.register('neg')
def neg(a): return -a
print(sorted(r), r['add'](1, 2), r['neg'](3))
@(x := twice)
def dbl(v): return v * 2
print(dbl(3), x is twice)
@[lambda f: f, twice][1]
def half(v): return v / 2
print(half(8))
try:
    @undefined_decorator
    def q(): pass
except NameError as e: print(e)
try:
    @5
    def q(): pass
except TypeError as e: print(e)

# expect: 7
# expect: ['add', 'neg'] 3 -3
# expect: 12 True
# expect: 2.0
# expect: name 'undefined_decorator' is not defined
# expect: 'int' object is not callable
