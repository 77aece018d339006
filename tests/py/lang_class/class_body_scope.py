x = 'global'
class A:
    x = 'class'
    y = x
    l = [x for _ in range(1)]
    def m(self): return x
    z = (lambda: x)()
    first = [v for v in x]
print(A.y, A.l, A().m(), A.z, A.first)
class B:
    x = x
    print(x, __name__, __qualname__)
    del x
    try: print(x)
    except NameError: print('gone')
def f():
    v = 'enclosing'
    class C:
        w = v
        v = 'class'
        def g(self): return v
        print(v)
    return C.w if 0 else C().g()
try: print(f())
except NameError as e: print(e)
class D:
    for i in range(3): locals()[f'a{i}'] = i
    def helper(n): return n * 2
    val = helper(21)
    global gg
    gg = 'set'
print(D.a2, D.val, gg, hasattr(D, 'gg'))
class E:
    class In: q = 1
    r = In.q
print(E.r, E.In.__qualname__)
def k():
    n = 0
    class F:
        nonlocal n
        n = 5
    return n, hasattr(F, 'n')
print(k())

# expect: class ['global'] global global ['c', 'l', 'a', 's', 's']
# expect: global __main__ B
# expect: global
# expect: name 'v' is not defined
# expect: 2 42 set False
# expect: 1 E.In
# expect: (5, False)
