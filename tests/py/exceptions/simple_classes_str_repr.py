def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

for c in (Exception, ValueError, TypeError, KeyError, IndexError, LookupError, ArithmeticError, ZeroDivisionError, OverflowError, FloatingPointError, AssertionError, RuntimeError, NotImplementedError, RecursionError, MemoryError, BufferError, EOFError, ReferenceError, SystemError, Warning, UserWarning, DeprecationWarning, KeyboardInterrupt, GeneratorExit, StopAsyncIteration):
    print(c.__name__, repr(c()), repr(c('m')), str(c('m')), str(c(1, 2)), c('m').args, [b.__name__ for b in c.__mro__[1:-2]])

# expect: Exception Exception() Exception('m') m (1, 2) ('m',) []
# expect: ValueError ValueError() ValueError('m') m (1, 2) ('m',) ['Exception']
# expect: TypeError TypeError() TypeError('m') m (1, 2) ('m',) ['Exception']
# expect: KeyError KeyError() KeyError('m') 'm' (1, 2) ('m',) ['LookupError', 'Exception']
# expect: IndexError IndexError() IndexError('m') m (1, 2) ('m',) ['LookupError', 'Exception']
# expect: LookupError LookupError() LookupError('m') m (1, 2) ('m',) ['Exception']
# expect: ArithmeticError ArithmeticError() ArithmeticError('m') m (1, 2) ('m',) ['Exception']
# expect: ZeroDivisionError ZeroDivisionError() ZeroDivisionError('m') m (1, 2) ('m',) ['ArithmeticError', 'Exception']
# expect: OverflowError OverflowError() OverflowError('m') m (1, 2) ('m',) ['ArithmeticError', 'Exception']
# expect: FloatingPointError FloatingPointError() FloatingPointError('m') m (1, 2) ('m',) ['ArithmeticError', 'Exception']
# expect: AssertionError AssertionError() AssertionError('m') m (1, 2) ('m',) ['Exception']
# expect: RuntimeError RuntimeError() RuntimeError('m') m (1, 2) ('m',) ['Exception']
# expect: NotImplementedError NotImplementedError() NotImplementedError('m') m (1, 2) ('m',) ['RuntimeError', 'Exception']
# expect: RecursionError RecursionError() RecursionError('m') m (1, 2) ('m',) ['RuntimeError', 'Exception']
# expect: MemoryError MemoryError() MemoryError('m') m (1, 2) ('m',) ['Exception']
# expect: BufferError BufferError() BufferError('m') m (1, 2) ('m',) ['Exception']
# expect: EOFError EOFError() EOFError('m') m (1, 2) ('m',) ['Exception']
# expect: ReferenceError ReferenceError() ReferenceError('m') m (1, 2) ('m',) ['Exception']
# expect: SystemError SystemError() SystemError('m') m (1, 2) ('m',) ['Exception']
# expect: Warning Warning() Warning('m') m (1, 2) ('m',) ['Exception']
# expect: UserWarning UserWarning() UserWarning('m') m (1, 2) ('m',) ['Warning', 'Exception']
# expect: DeprecationWarning DeprecationWarning() DeprecationWarning('m') m (1, 2) ('m',) ['Warning', 'Exception']
# expect: KeyboardInterrupt KeyboardInterrupt() KeyboardInterrupt('m') m (1, 2) ('m',) []
# expect: GeneratorExit GeneratorExit() GeneratorExit('m') m (1, 2) ('m',) []
# expect: StopAsyncIteration StopAsyncIteration() StopAsyncIteration('m') m (1, 2) ('m',) ['Exception']
