import sys
if sys.version_info >= (3, 0):
    def f(): return 'new'
else:
    def f(): return 'old'
print(f())
for n in range(3):
    def g(n=n): return n
print(g())
try: import no_such_module_x as m
except ImportError: m = None
print(m)
class C:
    if True:
        def a(self): return 'a'
    for i in range(3): exec(f'v{i} = {i}')
    try: bad = 1 / 0
    except ZeroDivisionError: bad = 'caught'
    del i
print(C().a(), C.v2, C.bad, hasattr(C, 'i'))
def h():
    if 0: x = 1
    return x
try: h()
except UnboundLocalError as e: print(e)

# expect: new
# expect: 2
# expect: None
# expect: a 2 caught False
# expect: cannot access local variable 'x' where it is not associated with a value
