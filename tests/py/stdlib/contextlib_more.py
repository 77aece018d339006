from contextlib import *
@contextmanager
def cm(n):
    print('in', n)
    try: yield n
    finally: print('out', n)
with cm(1) as a, ExitStack() as s: s.enter_context(cm(2)); s.callback(print, 'cb'); print(a)
class D(ContextDecorator):
    def __enter__(self): print('enter'); return self
    def __exit__(self, *a): print('exit'); return False
@D()
def f(x): return x * 2
print(f(4))
with suppress(ZeroDivisionError): 1 / 0
with chdir('/'): import os; print(os.getcwd())

# expect: in 1
# expect: in 2
# expect: 1
# expect: cb
# expect: out 2
# expect: out 1
# expect: enter
# expect: exit
# expect: 8
# expect: /
