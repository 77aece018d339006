def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

e = NameError('m', name='n'); print(e, e.name, repr(e))
t(lambda: NameError().name)
t(lambda: UnboundLocalError('a', name='b').name)
t(lambda: NameError('a', 'b').args)
t(lambda: NameError('m', foo=1))
e = AttributeError('m', name='n', obj=5); print(e, e.name, e.obj, repr(e))
t(lambda: AttributeError().obj)
t(lambda: AttributeError('a').name)
try: nope_name
except NameError as e: print(e.name, e.args)
class C: pass
c = C()
try: c.zz
except AttributeError as e: print(e.name, e.obj is c, e.args)
def f(): q; q = 1
try: f()
except UnboundLocalError as e: print(e, e.name)

# expect: m n NameError('m')
# expect: None
# expect: 'b'
# expect: ('a', 'b')
# expect: TypeError NameError() got an unexpected keyword argument 'foo'
# expect: m n 5 AttributeError('m')
# expect: None
# expect: None
# expect: nope_name ("name 'nope_name' is not defined",)
# expect: zz True ("'C' object has no attribute 'zz'",)
# expect: cannot access local variable 'q' where it is not associated with a value None
