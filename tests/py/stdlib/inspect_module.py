import inspect
def f(a, b=1, *c, d, e=2, **k) -> int: "doc"
print(inspect.signature(f), inspect.getfullargspec(f).kwonlyargs, inspect.isfunction(f), inspect.getdoc(f), list(inspect.signature(f).parameters), inspect.signature(lambda x, /, y: 0), inspect.isgeneratorfunction(lambda: (yield)))
class A:
    def m(self): pass
    p = property(lambda s: 1)
print([n for n, _ in inspect.getmembers(A) if n[0] != '_'], inspect.ismethod(A().m), inspect.isclass(A), inspect.getmro(A)[-1].__name__, inspect.isbuiltin(len), inspect.signature(A), inspect.currentframe().f_code.co_name, inspect.getsource(A).split('\n')[0], inspect.unwrap(f) is f, inspect.isdatadescriptor(A.p), inspect.cleandoc('  a\n    b'))
try: inspect.signature(5)
except TypeError as e: print(e)

# expect: (a, b=1, *c, d, e=2, **k) -> int ['d', 'e'] True doc ['a', 'b', 'c', 'd', 'e', 'k'] (x, /, y) True
# expect: ['m', 'p'] True True object True () <module> class A: True True a
# expect: b
# expect: 5 is not a callable object
