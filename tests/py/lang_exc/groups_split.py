eg = ExceptionGroup('m', [ValueError(1), TypeError(2), ExceptionGroup('n', [ValueError(3), KeyError(4)])])
m, r = eg.split(ValueError)
print(repr(m)); print(repr(r))
print(eg.subgroup(KeyError), eg.subgroup(OSError), repr(eg.subgroup(lambda e: isinstance(e, TypeError))))
print(repr(eg.subgroup((ValueError, KeyError))), eg.subgroup(Exception) is eg, eg.split(ExceptionGroup)[1])
class MyEG(ExceptionGroup):
    def __new__(cls, m, e, code): s = super().__new__(cls, m, e); s.code = code; return s
    def derive(self, excs): return MyEG(self.message, excs, self.code)
e = MyEG('my', [ValueError(1), KeyError(2)], 42)
a, b = e.split(KeyError); print(type(a).__name__, a.code, repr(b))
eg.add_note('n'); print(eg.subgroup(ValueError).__notes__, repr(eg.derive([OSError()])))
try: eg.split(5)
except TypeError as x: print(x)

# expect: ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [ValueError(3)])])
# expect: ExceptionGroup('m', [TypeError(2), ExceptionGroup('n', [KeyError(4)])])
# expect: m (1 sub-exception) None ExceptionGroup('m', [TypeError(2)])
# expect: ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [ValueError(3), KeyError(4)])]) True None
# expect: MyEG 42 MyEG('my', [ValueError(1)], 42)
# expect: ['n'] ExceptionGroup('m', [OSError()])
# expect: expected an exception type, a tuple of exception types, or a callable (other than a class)
