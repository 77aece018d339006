def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return (inc, get)
i, g = counter()
i()
i(5)
print(g(), i.__closure__[0].cell_contents, i.__code__.co_freevars, counter.__code__.co_cellvars)
fs = [lambda: k for k in range(3)]
print([f() for f in fs])
fs = [lambda k=k: k for k in range(3)]
print([f() for f in fs])
x = 'global'
def outer():
    x = 'outer'
    class C:
        y = x
        x = 'class'
        def m(self):
            return x
        z = [x for _ in range(1)]
    return (C.y, C().m(), C.z)
try:
    print(outer())
except Exception as e:
    print(type(e).__name__, e)
class D:
    x = 'cls'
    a = x
    def f(self):
        return x
print(D.a, D().f())
def dyn():
    exec('q = 1')
    try:
        return q
    except NameError as e:
        return str(e)
print(dyn())
def late():
    def f():
        return later
    try:
        f()
    except NameError as e:
        print(e)
    later = 5
    return f()
print(late())
def un():
    try:
        v
    except UnboundLocalError as e:
        print(e)
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
un()
def gl():
    global newg
    newg = 10
gl()
print(newg)
def compr():
    x = 5
    return ([(x := (x + i)) for i in range(3)], x)
print(compr())
print([(y := 10), y + 1], y)
def outer2():
    a = 1
    def mid():
        def inner():
            nonlocal a
            a += 1
        inner()
    mid()
    return a
print(outer2())
print((lambda *a, **k: (a, k))(1, *[2, 3], x=4, **{'y': 5}))
def kwd(a, *, b=[]):
    b.append(a)
    return b
print(kwd(1), kwd(2), kwd.__kwdefaults__, kwd.__defaults__)
def annot(a: int, b: 'str'='x', *c: float, d: list[int]=None, **e: dict) -> tuple:
    pass
print(annot.__annotations__)
import builtins
builtins.mybuiltin = 3
print(mybuiltin)
del builtins.mybuiltin
try:
    mybuiltin
except NameError as e:
    print(e)
print([*map(lambda f: f(2), (lambda n: lambda m: n * m)(3).__class__ and [lambda v: v ** 2])])
def rec(n):
    return 1 if n < 2 else n * rec(n - 1)
print(rec(20), (lambda f: f(f, 5))(lambda s, n: n if n < 2 else s(s, n - 1) + s(s, n - 2)))
del x
try:
    x
except NameError as e:
    print(e, e.name)

# expect: 6 6 ('n',) ('n',)
# expect: [2, 2, 2]
# expect: [0, 1, 2]
# expect: ('global', 'outer', ['outer'])
# expect: cls global
# expect: name 'q' is not defined
# expect: cannot access free variable 'later' where it is not associated with a value in enclosing scope
# expect: 5
# expect: cannot access local variable 'v' where it is not associated with a value
# expect: cannot access local variable 'v' where it is not associated with a value
# expect: 10
# expect: ([5, 6, 8], 8)
# expect: [10, 11] 10
# expect: 2
# expect: ((1, 2, 3), {'x': 4, 'y': 5})
# expect: [1, 2] [1, 2] {'b': [1, 2]} None
# expect: {'a': <class 'int'>, 'b': 'str', 'c': <class 'float'>, 'd': list[int], 'e': <class 'dict'>, 'return': <class 'tuple'>}
# expect: 3
# expect: name 'mybuiltin' is not defined
# expect: [4]
# expect: 2432902008176640000 5
# expect: name 'x' is not defined x
