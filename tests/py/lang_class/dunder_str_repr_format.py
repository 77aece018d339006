class A:
    def __repr__(self): return 'A-repr'
class B(A):
    def __str__(self): return 'B-str'
class C(B):
    def __format__(self, spec): return f'C<{spec}>'
for o in (A(), B(), C()):
    print(o, repr(o), str(o), [o], {1: o}, (o,), f'{o}', f'{o!r}', f'{o!s:>8}', '%s %r' % (o, o), '{} {!r}'.format(o, o))
print(f'{C():abc}', format(C(), 'x'), '{:{}}'.format(C(), 'nested'), f'{C():>{5 + 5}}')
try: format(A(), 'x')
except TypeError as e: print(e)
class U:
    def __repr__(self): return 'ünï'
    def __bytes__(self): return b'by'
print(U(), ascii(U()), bytes(U()), '%a' % U())
class Sub(str):
    def __str__(self): return 'sub-str'
    def __repr__(self): return 'sub-repr'
s = Sub('val'); print(s, repr(s), str(s), f'{s}', '%s' % s, s + '', ''.join([s]), [s], len(s))
class I(int):
    def __repr__(self): return 'I!'
print(I(3), str(I(3)), f'{I(3)}', f'{I(3):d}', '%d %s' % (I(3), I(3)), [I(3)])
print(type(str(Sub('x'))).__name__, object().__str__()[:7], A().__format__(''))

# expect: A-repr A-repr A-repr [A-repr] {1: A-repr} (A-repr,) A-repr A-repr   A-repr A-repr A-repr A-repr A-repr
# expect: B-str A-repr B-str [A-repr] {1: A-repr} (A-repr,) B-str A-repr    B-str B-str A-repr B-str A-repr
# expect: B-str A-repr B-str [A-repr] {1: A-repr} (A-repr,) C<> A-repr    B-str B-str A-repr C<> A-repr
# expect: C<abc> C<x> C<nested> C<>10>
# expect: unsupported format string passed to A.__format__
# expect: ünï \xfcn\xef b'by' \xfcn\xef
# expect: sub-str sub-repr sub-str sub-str sub-str val val [sub-repr] 3
# expect: I! I! I! 3 3 I! [I!]
# expect: str <object A-repr
