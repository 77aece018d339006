a = b = c = 1
del a, (b, c)
for n in 'abc':
    try: eval(n)
    except NameError as e: print(e)
l = list(range(6)); del l[0], l[-1], l[1:2]; print(l)
d = {1: 1, 2: 2}; del d[1]; print(d)
class C:
    x = 1
    def __init__(s): s.y = 2
    def __delitem__(s, k): print('delitem', k)
    def __delattr__(s, n):
        print('delattr', n); object.__delattr__(s, n)
c = C(); del c['k'], c[1:2]; del c.y
try: del c.y
except AttributeError as e: print(e)
del C.x
def f():
    x = 1
    del x
    try: print(x)
    except UnboundLocalError as e: print(e)
    try: del x
    except UnboundLocalError as e: print(e)
    x = 2; return x
print(f())
def g():
    y = 1
    def h(): return y
    del y
    try: h()
    except NameError as e: print(e)
g()
try: del nothing
except NameError as e: print(e)
for s in ['del d["q"]', 'del l[50]', 'del (1).real', 'del "abc"[0]', 'del d.keys']:
    try: exec(s)
    except Exception as e: print(type(e).__name__, e)

# expect: name 'a' is not defined
# expect: name 'b' is not defined
# expect: name 'c' is not defined
# expect: [1, 3, 4]
# expect: {2: 2}
# expect: delitem k
# expect: delitem slice(1, 2, None)
# expect: delattr y
# expect: delattr y
# expect: 'C' object has no attribute 'y'
# expect: cannot access local variable 'x' where it is not associated with a value
# expect: cannot access local variable 'x' where it is not associated with a value
# expect: 2
# expect: cannot access free variable 'y' where it is not associated with a value in enclosing scope
# expect: name 'nothing' is not defined
# expect: KeyError 'q'
# expect: IndexError list assignment index out of range
# expect: AttributeError attribute 'real' of 'int' objects is not writable
# expect: TypeError 'str' object doesn't support item deletion
# expect: AttributeError 'dict' object attribute 'keys' is read-only
