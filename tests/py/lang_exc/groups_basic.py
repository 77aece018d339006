eg = ExceptionGroup('msg', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k')])])
print(eg, repr(eg), eg.message, eg.exceptions)
print(isinstance(eg, Exception), BaseExceptionGroup.__mro__[1].__name__, ExceptionGroup.__mro__[1].__name__)
print(type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)
for f in (lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', 5), lambda: ExceptionGroup('m', [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup('m'), lambda: ExceptionGroup('m', [KeyboardInterrupt()])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(ExceptionGroup('one', [OSError()]), eg.args[0])

# expect: msg (3 sub-exceptions) ExceptionGroup('msg', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k')])]) msg (ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k')]))
# expect: True BaseException BaseExceptionGroup
# expect: ExceptionGroup BaseExceptionGroup
# expect: ValueError second argument (exceptions) must be a non-empty sequence
# expect: TypeError second argument (exceptions) must be a sequence
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# expect: TypeError Cannot nest BaseExceptions in an ExceptionGroup
# expect: one (1 sub-exception) msg
