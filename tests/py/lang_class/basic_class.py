class A:
    """doc"""
    x = 1
    def __init__(self, y): self.y = y
    def get(self): return self.x + self.y
a = A(2)
print(a.get(), A.x, a.x, A.__doc__, A.__name__, A.__qualname__, A.__module__, A.__bases__, A.__dict__['x'])
a.x = 10
print(a.get(), A.x, vars(a)); del a.x; print(a.x)
try: del a.x
except AttributeError as e: print(e)
try: a.nope
except AttributeError as e: print(e)
try: A.nope
except AttributeError as e: print(e)
A.z = 'late'; print(a.z)
print(isinstance(a, A), type(a) is A, a.__class__ is A, A.__class__ is type, issubclass(A, object))
print(repr(A), repr(a).startswith('<__main__.A object at 0x'))
try: A.__init__()
except TypeError as e: print(e)
class E: pass
e1, e2 = E(), E()
print(e1 == e2, e1 != e2, hash(e1) == hash(e1), e1 == e1, bool(e1))

# expect: 3 1 1 doc A A __main__ (<class 'object'>,) 1
# expect: 12 1 {'y': 2, 'x': 10}
# expect: 1
# expect: 'A' object has no attribute 'x'
# expect: 'A' object has no attribute 'nope'
# expect: type object 'A' has no attribute 'nope'
# expect: late
# expect: True True True True True
# expect: <class '__main__.A'> True
# expect: A.__init__() missing 2 required positional arguments: 'self' and 'y'
# expect: False True True True True
