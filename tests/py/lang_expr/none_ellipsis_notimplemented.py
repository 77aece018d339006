print(None, ..., NotImplemented, type(None), type(...), type(NotImplemented))
print(repr(None), str(...), bool(None), bool(...), hash(None) == hash(None))
print(type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented)
for s in ['None.x', 'None + 1', 'len(None)', 'None()', 'None[1]', 'iter(None)', 'None < None', 'type(None)(1)', '....x', 'int(None)', 'float(None)']:
    try: print(eval(s))
    except Exception as e: print(s, '|', e)
for s in ['None = 1', 'True = 1', '... = 1', '__debug__ = 1', 'def None(): pass', 'f(None=1)', 'x.None', 'class True: pass', 'import x as None', 'for None in x: pass', 'del None', 'del ...', 'with a as None: pass', 'None += 1', '(None := 1)', 'lambda None: 1', 'global None']:
    try: compile(s, 's', 'exec')
    except SyntaxError as e: print(s, '|', e.msg, e.lineno, e.offset)
# since-3.14: import x as None | invalid syntax => import x as None | cannot use None as import target
def f(x: ... = ...): ...
print(f(), f(1))
class A: ...

# expect: None Ellipsis NotImplemented <class 'NoneType'> <class 'ellipsis'> <class 'NotImplementedType'>
# expect: None Ellipsis False True True
# expect: True True True
# expect: None.x | 'NoneType' object has no attribute 'x'
# expect: None + 1 | unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: len(None) | object of type 'NoneType' has no len()
# expect: None() | 'NoneType' object is not callable
# expect: None[1] | 'NoneType' object is not subscriptable
# expect: iter(None) | 'NoneType' object is not iterable
# expect: None < None | '<' not supported between instances of 'NoneType' and 'NoneType'
# expect: type(None)(1) | NoneType takes no arguments
# expect: ....x | 'ellipsis' object has no attribute 'x'
# expect: int(None) | int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: float(None) | float() argument must be a string or a real number, not 'NoneType'
# expect: None = 1 | cannot assign to None 1 1
# expect: True = 1 | cannot assign to True 1 1
# expect: ... = 1 | cannot assign to ellipsis here. Maybe you meant '==' instead of '='? 1 1
# expect: __debug__ = 1 | cannot assign to __debug__ 1 1
# expect: def None(): pass | invalid syntax 1 5
# expect: f(None=1) | cannot assign to None 1 3
# expect: x.None | invalid syntax 1 3
# expect: class True: pass | invalid syntax 1 7
# expect: import x as None | cannot use None as import target 1 13
# expect: for None in x: pass | cannot assign to None 1 5
# expect: del None | cannot delete None 1 5
# expect: del ... | cannot delete ellipsis 1 5
# expect: with a as None: pass | cannot assign to None 1 11
# expect: None += 1 | 'None' is an illegal expression for augmented assignment 1 1
# expect: (None := 1) | cannot use assignment expressions with None 1 2
# expect: lambda None: 1 | invalid syntax 1 8
# expect: global None | invalid syntax 1 8
# expect: None None
