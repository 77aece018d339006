class AppError(Exception):
    code = 1
    def __init__(self, msg, **kw): super().__init__(msg); self.kw = kw
class NotFound(AppError):
    code = 404
    def __str__(self): return f'[{self.code}] {super().__str__()} {self.kw}'
try: raise NotFound('page', url='/x')
except AppError as e: print(e, repr(e), e.args, e.kw)
class NoInit(Exception): pass
print(repr(NoInit()), repr(NoInit(1)), repr(NoInit(1, 'a')), str(NoInit()), str(NoInit(1)), str(NoInit(1, 'a')), str(NoInit((1, 2))))
class Weird(Exception):
    def __init__(self, a, b): self.a = a
w = Weird(1, 2); print(w.args, repr(w), str(w), vars(w))
try: Weird(1)
except TypeError as e: print(e)
class KW(Exception):
    def __init__(self, *, code): super().__init__(code)
print(KW(code=3), KW(code=3).args)
try: Exception(x=1)
except TypeError as e: print(e)
e = Exception('a'); e.args = ('b', 'c'); print(e, e.args); e.args = [1]; print(e.args)
try: e.args = 5
except TypeError as x: print(x)
class E2(Exception): __slots__ = ('q',)
x = E2(); x.q = 1; print(x.q)

# expect: [404] page {'url': '/x'} NotFound('page') ('page',) {'url': '/x'}
# expect: NoInit() NoInit(1) NoInit(1, 'a')  1 (1, 'a') (1, 2)
# expect: (1, 2) Weird(1, 2) (1, 2) {'a': 1}
# expect: Weird.__init__() missing 1 required positional argument: 'b'
# expect: 3 (3,)
# expect: Exception() takes no keyword arguments
# expect: ('b', 'c') ('b', 'c')
# expect: (1,)
# expect: 'int' object is not iterable
# expect: 1
