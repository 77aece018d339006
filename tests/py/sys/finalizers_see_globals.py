import os, math
helper = lambda: 'helped'
class A:
    def __init__(s,n): s.n=n
    def __del__(s): print(s.n, os.sep if os else os, math.pi if math else math, helper() if helper else helper, A.__name__ if A else A, z if z else z, flush=True)
a=A('plain')
_u=A('under')
c=A('cycle'); c.me=c
l=[A('inlist')]
d={'k':A('indict')}
def f(x=A('default')): pass
def clo():
    q=A('closure')
    def inner(): return q
    return inner
cl=clo()
z='zzz'

# expect: plain / 3.141592653589793 helped A zzz
# expect: under / 3.141592653589793 helped A zzz
# expect: cycle / 3.141592653589793 helped A zzz
# expect: inlist / 3.141592653589793 helped A zzz
# expect: indict / 3.141592653589793 helped A zzz
# expect: default / 3.141592653589793 helped A zzz
# expect: closure / 3.141592653589793 helped A zzz
