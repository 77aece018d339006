def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

g = ExceptionGroup('m', [ValueError(1), TypeError(2)])
t(lambda: g.message)
t(lambda: g.exceptions)
t(lambda: str(g))
t(lambda: repr(g))
t(lambda: g.args)
t(lambda: g.split(ValueError))
t(lambda: g.subgroup(TypeError))
t(lambda: g.derive([KeyError()]))
t(lambda: g.split(lambda e: False))
t(lambda: g.subgroup(lambda e: True) is g)
t(lambda: ExceptionGroup('m', (ValueError(),)).exceptions)
t(lambda: BaseExceptionGroup('b', [KeyboardInterrupt()]))
t(lambda: type(BaseExceptionGroup('b', [ValueError()])).__name__)
t(lambda: str(ExceptionGroup('one', [ValueError()])))
t(lambda: ExceptionGroup('m', [5]))
t(lambda: ExceptionGroup('m', [ValueError]))
t(lambda: ExceptionGroup(5, [ValueError()]))
t(lambda: ExceptionGroup('m', []))
t(lambda: ExceptionGroup('m', [SystemExit()]))
t(lambda: g.split('x'))
try: g.message = 'new'
except AttributeError as e: print(e)
t(lambda: ExceptionGroup[int])

# expect: 'm'
# expect: (ValueError(1), TypeError(2))
# expect: 'm (2 sub-exceptions)'
# expect: "ExceptionGroup('m', [ValueError(1), TypeError(2)])"
# expect: ('m', [ValueError(1), TypeError(2)])
# expect: (ExceptionGroup('m', [ValueError(1)]), ExceptionGroup('m', [TypeError(2)]))
# expect: ExceptionGroup('m', [TypeError(2)])
# expect: ExceptionGroup('m', [KeyError()])
# expect: (None, ExceptionGroup('m', [ValueError(1), TypeError(2)]))
# expect: True
# expect: (ValueError(),)
# expect: BaseExceptionGroup('b', [KeyboardInterrupt()])
# expect: 'ExceptionGroup'
# expect: 'one (1 sub-exception)'
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: ValueError second argument (exceptions) must be a non-empty sequence
# expect: TypeError Cannot nest BaseExceptions in an ExceptionGroup
# expect: TypeError expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: readonly attribute
# expect: ExceptionGroup[int]
