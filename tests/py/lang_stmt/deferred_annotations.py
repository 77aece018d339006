class C:
    a: Undefined
    b: int
try: C.__annotations__
except NameError as e: print(e)
Undefined = str
print(C.__annotations__)
def f(x: Later, y: 1 / 0 = 3) -> Other: return x
print(f(1))
try: f.__annotations__
except NameError as e: print(e)
print(C.__annotate__(1), callable(f.__annotate__))
def g(a: int, *b: str, c: 'q' = 1, **d: None) -> float: pass
print(g.__annotations__)
class D:
    if False: cond: int
    other: int = 1
print(D.__annotations__)
def h(): pass
print(h.__annotate__, h.__annotations__)
# needs: 3.14
# options: -X deferred_annotations

# expect: name 'Undefined' is not defined
# expect: {'a': <class 'str'>, 'b': <class 'int'>}
# expect: 1
# expect: name 'Later' is not defined
# expect: {'a': <class 'str'>, 'b': <class 'int'>} True
# expect: {'a': <class 'int'>, 'b': <class 'str'>, 'c': 'q', 'd': None, 'return': <class 'float'>}
# expect: {'other': <class 'int'>}
# expect: None {}
