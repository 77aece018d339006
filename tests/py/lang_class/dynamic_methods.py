class A: pass
a = A()
A.f = lambda self: 'class'
a.f = lambda: 'inst'
print(a.f(), A().f()); del a.f; print(a.f())
def attach(cls):
    cls.added = lambda self, x: (type(self).__name__, x)
    return cls
@attach
class B(A): pass
print(B().added(1), B().f())
for n in ('x', 'y'): setattr(B, f'get_{n}', lambda self, n=n: n)
print(B().get_x(), B().get_y())
class C:
    def __len__(self): return 1
c = C(); c.__len__ = lambda: 99; print(len(c), c.__len__())
C.__len__ = lambda self: 50; print(len(c))
del C.__len__
try: len(c)
except TypeError as e: print(e)
C.__getitem__ = lambda s, i: i; print(c[3])
C.__add__ = lambda s, o: 'sum'; print(c + 1)
C.__iter__ = lambda s: iter('z'); print(list(c))
C.__hash__ = lambda s: 7; print(hash(c))
C.__repr__ = lambda s: 'C!'; print(c, [c])
C.__eq__ = lambda s, o: True; print(c == 5)
A.__call__ = lambda s: 'called'; print(B()())
B.__bool__ = lambda s: False; print(bool(B()), bool(A()))
A.__getattr__ = lambda s, n: n; print(B().whatever)
del A.__getattr__
try: B().whatever
except AttributeError as e: print(e)

# expect: inst class
# expect: class
# expect: ('B', 1) class
# expect: x y
# expect: 1 99
# expect: 50
# expect: object of type 'C' has no len()
# expect: 3
# expect: sum
# expect: ['z']
# expect: 7
# expect: C! [C!]
# expect: True
# expect: called
# expect: False True
# expect: whatever
# expect: 'B' object has no attribute 'whatever'
