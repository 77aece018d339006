class A: pass
class B: __match_args__ = ('x',)
class C: __match_args__ = ['x']
class D: __match_args__ = (1,)
def t(src):
    try: exec(src); print('ok')
    except Exception as e: print(type(e).__name__, e)
t('match A():\n case A(1): pass')
t('b = B(); b.x = 1\nmatch b:\n case B(1, 2): pass')
t('match C():\n case C(1): pass')
t('match D():\n case D(1): pass')
t('match 5:\n case 5(): pass')
t('x = 5\nmatch 5:\n case x(): pass')
t('match 5:\n case int(1, 2): pass')
t('match 5:\n case int(real=r): print(r)')
t('b = B(); b.x = 1\nmatch b:\n case B(1, x=1): pass')
t('match B():\n case B(1): pass\n case B(x=1): pass\n case _: print("missing attr")')
t('match 5:\n case Undefined(): pass')
t('match {}:\n case {A.x: 1}: pass')

# expect: TypeError A() accepts 0 positional sub-patterns (1 given)
# expect: TypeError B() accepts 1 positional sub-pattern (2 given)
# expect: TypeError C.__match_args__ must be a tuple (got list)
# expect: TypeError __match_args__ elements must be strings (got int)
# expect: SyntaxError invalid syntax (<string>, line 2)
# expect: TypeError called match pattern must be a class
# expect: TypeError int() accepts 1 positional sub-pattern (2 given)
# expect: 5
# expect: ok
# expect: TypeError B() got multiple sub-patterns for attribute 'x'
# expect: missing attr
# expect: ok
# expect: NameError name 'Undefined' is not defined
# expect: ok
