def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

e = BaseException('a', 1)
t(lambda: e.args)
t(lambda: str(e))
t(lambda: repr(e))
t(lambda: e.__cause__)
t(lambda: e.__context__)
t(lambda: e.__suppress_context__)
t(lambda: e.__traceback__)
t(lambda: str(BaseException()))
t(lambda: str(BaseException('x')))
t(lambda: repr(BaseException('x')))
t(lambda: BaseException(1) == BaseException(1))
t(lambda: e.__reduce__())
e.args = (5,); print(e, e.args); e.x = 1; print(vars(e), e.__reduce__())
del e.x
t(lambda: BaseException(a=1))
t(lambda: BaseException.__new__(BaseException, 1, 2).args)
t(lambda: e.__setstate__({'y': 2}))
t(lambda: e.y)
try: del e.args
except TypeError as x: print(x)
try: e.__suppress_context__ = 'x'
except TypeError as x: print(x)

# expect: ('a', 1)
# expect: "('a', 1)"
# expect: "BaseException('a', 1)"
# expect: None
# expect: None
# expect: False
# expect: None
# expect: ''
# expect: 'x'
# expect: "BaseException('x')"
# expect: False
# expect: (<class 'BaseException'>, ('a', 1))
# expect: 5 (5,)
# expect: {'x': 1} (<class 'BaseException'>, (5,), {'x': 1})
# expect: TypeError BaseException() takes no keyword arguments
# expect: (1, 2)
# expect: None
# expect: 2
# expect: args may not be deleted
# expect: attribute value type must be bool
