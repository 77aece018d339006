class A:
    def f(self): return 'A.f'
    def g(self): return 'A.g ' + self.f()
class B(A):
    def f(self): return 'B.f ' + super().f()
class C(B):
    def g(self): return 'C.g ' + super().g()
print(C().g(), C().f(), A.g(C()))
print(C.__mro__, C.__base__, A.__subclasses__(), C.mro() == list(C.__mro__))
print(issubclass(C, A), isinstance(C(), (int, A)), issubclass(A, C), isinstance(True, int))
class I(int):
    def __add__(self, o): return I(int(self) + o + 100)
print(I(1) + 2, I(5) - 1, type(I(5) - 1), I(3) * 2, repr(I(7)), I() + 0)
class L(list):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(5); l += [3]; print(l, type(l[:]), L('ab') + ['c'], l == [1, 10, 3])
class D(dict):
    def __missing__(self, k): return f'missing {k}'
print(D(a=1)['b'], D().get('x'), D(z=1))
class S(str):
    def shout(self): return S(self.upper() + '!')
print(S('a').shout().shout(), type(S('x') + 'y').__name__)
for base in ('bool', 'type(None)', 'type(...)', 'range', 'slice', 'type(lambda: 0)', 'memoryview', 'type(NotImplemented)'):
    try: exec(f'class X({base}): pass'); print(base, 'ok')
    except TypeError as e: print(e)

# expect: C.g A.g B.f A.f B.f A.f A.g B.f A.f
# expect: (<class '__main__.C'>, <class '__main__.B'>, <class '__main__.A'>, <class 'object'>) <class '__main__.B'> [<class '__main__.B'>] True
# expect: True True False True
# expect: 103 4 <class 'int'> 6 7 100
# expect: [1, 10, 3] <class 'list'> ['a', 'b', 'c'] True
# expect: missing b None {'z': 1}
# expect: A!! str
# expect: type 'bool' is not an acceptable base type
# expect: type 'NoneType' is not an acceptable base type
# expect: type 'ellipsis' is not an acceptable base type
# expect: type 'range' is not an acceptable base type
# expect: type 'slice' is not an acceptable base type
# expect: type 'function' is not an acceptable base type
# expect: type 'memoryview' is not an acceptable base type
# expect: type 'NotImplementedType' is not an acceptable base type
