class A:
    def m(self): pass
print(sorted(k for k in A.__dict__ if k not in ('__static_attributes__', '__firstlineno__')))
print(A.__weakref__.__class__.__name__, A.__dict__['__dict__'].__class__.__name__)
print(A.__text_signature__, A.__doc__)
class B:
    def f(self): self.q = 1; self.r = 2
print(sorted(B.__static_attributes__), B.__firstlineno__)
print(A().__class__, A().__module__, A.m.__qualname__)
print([n for n in dir(object)])
print(A.__eq__ is object.__eq__, A.__init__ is object.__init__, A().__eq__(5), A().__ne__(5), A().__lt__(5))
print(object().__reduce_ex__(2)[0].__name__, A().__sizeof__() > 0, A.__subclasshook__(int), A.__init_subclass__())

# expect: ['__dict__', '__doc__', '__module__', '__weakref__', 'm']
# expect: getset_descriptor getset_descriptor
# expect: None None
# expect: ['q', 'r'] 6
# expect: <class '__main__.A'> __main__ A.m
# expect: ['__class__', '__delattr__', '__dir__', '__doc__', '__eq__', '__format__', '__ge__', '__getattribute__', '__getstate__', '__gt__', '__hash__', '__init__', '__init_subclass__', '__le__', '__lt__', '__ne__', '__new__', '__reduce__', '__reduce_ex__', '__repr__', '__setattr__', '__sizeof__', '__str__', '__subclasshook__']
# expect: True True NotImplemented NotImplemented NotImplemented
# expect: __newobj__ True NotImplemented None
