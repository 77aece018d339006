class A:
    def f(self): return ['A']
class B(A):
    def f(self): return ['B'] + super().f()
class C(A):
    def f(self): return ['C'] + super().f()
class D(B, C):
    def f(self): return ['D'] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__])
class E(C, B): pass
print(E().f())
def t(f):
    try: f()
    except TypeError as e: print(str(e).replace('\n', ' '))
t(lambda: type('F', (D, E), {}))
t(lambda: type('G', (A, B), {}))
t(lambda: type('H', (A, A), {}))
t(lambda: type('I', (int, str), {}))
t(lambda: type('J', (5,), {}))
class O: pass
class X(O): pass
class Y(O): pass
class Z(X, Y, O): pass
print([c.__name__ for c in Z.__mro__])
class K1(X): pass
class K2(Y): pass
class K3(K1, K2): pass
print([c.__name__ for c in K3.mro()])

# expect: ['D', 'B', 'C', 'A'] ['D', 'B', 'C', 'A', 'object']
# expect: ['C', 'B', 'A']
# expect: Cannot create a consistent method resolution order (MRO) for bases B, C
# expect: Cannot create a consistent method resolution order (MRO) for bases A, B
# expect: duplicate base class A
# expect: multiple bases have instance lay-out conflict
# expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# expect: ['Z', 'X', 'Y', 'O', 'object']
# expect: ['K3', 'K1', 'X', 'K2', 'Y', 'O', 'object']
