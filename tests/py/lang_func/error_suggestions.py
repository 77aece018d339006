class A:
    def method_one(self): pass
    value = 1
def t(f):
    try: f()
    except (AttributeError, NameError, ImportError, TypeError) as e: print(type(e).__name__, str(e).split(' (')[0], getattr(e, 'name', None))
t(lambda: A().metod_one)
t(lambda: A.valeu)
t(lambda: lenn([]))
t(lambda: pritn(1))
t(lambda: [].apend(1))
t(lambda: 'x'.uper())
def local():
    variable = 1
    return varaible
t(local)
def imp():
    from math import sinn
t(imp)
def kw(first=1, second=2): pass
t(lambda: kw(frist=1))
t(lambda: kw(1, 2, 3))
t(lambda: A().method_one(1))

# expect: AttributeError 'A' object has no attribute 'metod_one' metod_one
# expect: AttributeError type object 'A' has no attribute 'valeu' valeu
# expect: NameError name 'lenn' is not defined lenn
# expect: NameError name 'pritn' is not defined pritn
# expect: AttributeError 'list' object has no attribute 'apend' apend
# expect: AttributeError 'str' object has no attribute 'uper' uper
# expect: NameError name 'varaible' is not defined varaible
# expect: ImportError cannot import name 'sinn' from 'math' math
# expect: TypeError kw() got an unexpected keyword argument 'frist'. Did you mean 'first'? None
# expect: TypeError kw() takes from 0 to 2 positional arguments but 3 were given None
# expect: TypeError A.method_one() takes 1 positional argument but 2 were given None
