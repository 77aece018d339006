def f():
    import math as m
    return m.floor(1.5)
print(f(), 'm' in globals())
class C:
    import string
    from os.path import join as j
print(C.string.digits, C.j('a', 'b'))
def g():
    global js
    import json as js
g(); print(js.dumps(1))
def h():
    from math import sqrt
    def k(): return sqrt(9)
    return k()
print(h())
try: sqrt
except NameError as e: print(e)

# expect: 1 False
# expect: 0123456789 a/b
# expect: 1
# expect: 3.0
# expect: name 'sqrt' is not defined
