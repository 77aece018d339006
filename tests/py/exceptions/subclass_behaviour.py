def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class A(ValueError):
    code = 5
    def __init__(s, msg, extra=None): super().__init__(msg); s.extra = extra
    def __str__(s): return f'<{s.args[0]}|{s.extra}>'
t(lambda: A('m'))
t(lambda: str(A('m', 1)))
t(lambda: A('m').args)
t(lambda: A('m', 2).extra)
t(lambda: A.__mro__[1].__name__)
t(lambda: isinstance(A('x'), Exception))
class B(A):
    def __repr__(s): return 'B!'
t(lambda: repr(B('q')))
t(lambda: str(B('q')))
class N(Exception):
    def __new__(cls, *a): o = super().__new__(cls, *a); o.made = True; return o
t(lambda: N(1).made)
t(lambda: N(1, 2).args)
class D(KeyError, AttributeError): pass
t(lambda: D('x'))
t(lambda: str(D('x')))
t(lambda: D.__mro__[1].__name__)
t(lambda: D('x').name)
class O(OSError):
    def __init__(s, x): s.x = x
t(lambda: O(5).args)
t(lambda: O(5).x)
t(lambda: O(5).errno)
try: raise A('raised', 'ex') from B('cause')
except ValueError as e: print(e, repr(e.__cause__))
t(lambda: A())
t(lambda: type('X', (Exception, int), {}))

# expect: A('m')
# expect: '<m|1>'
# expect: ('m',)
# expect: 2
# expect: 'ValueError'
# expect: True
# expect: 'B!'
# expect: '<q|None>'
# expect: True
# expect: (1, 2)
# expect: D('x')
# expect: "'x'"
# expect: 'KeyError'
# expect: None
# expect: ()
# expect: 5
# expect: None
# expect: <raised|ex> B!
# expect: TypeError A.__init__() missing 1 required positional argument: 'msg'
# expect: TypeError multiple bases have instance lay-out conflict
