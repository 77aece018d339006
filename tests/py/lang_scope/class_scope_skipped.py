v = 'global'
class A:
    v = 'class'
    def m(self): return v
    l = lambda: v
    c = [v for _ in range(1)]
    d = {v: v for v in [1]}
    class B:
        w = v
        def n(self): return v
print(A().m(), A.l(), A.c, A.d, A.B.w, A.B().n())
def f():
    v = 'func'
    class C:
        v = v if 0 else 'x'
        def m(self): return v
    return C().m()
try: print(f())
except NameError as e: print(e)
def g():
    z = 1
    class C:
        y = z
        z = 2
        k = z
    return C.y, C.k
try: print(g())
except NameError as e: print(type(e).__name__, e)

# expect: global global ['global'] {1: 1} global global
# expect: func
# expect: NameError name 'z' is not defined
