import sys
def f(x):
    try:
        print("try", x)
        if x == 1: return "ret"
        if x == 2: raise ValueError("v")
        if x == 3: raise KeyError("k")
        if x == 4: 1 / 0
    except ValueError as e: print("VE", e); return "ve"
    except (KeyError, TypeError): raise RuntimeError("conv") from None
    else: print("else")
    finally:
        print("fin", sys.exc_info()[0] and sys.exc_info()[0].__name__)
        if x == 5: return "finret"
    return "end"
for i in range(6):
    try: print(f(i))
    except Exception as e: print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def g():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
        finally: print("f", i)
    else: print("no")
g()
def nest():
    try:
        try: raise ValueError(1)
        finally: raise KeyError(2)
    except KeyError as e: return repr(e), repr(e.__context__)
print(nest())
class E1(Exception): pass
class E2(E1):
    def __init__(self, code, msg="m"): super().__init__(code, msg); self.code = code
    def __str__(self): return f"E2<{self.code}>"
    def __reduce__(self): return E2, (self.code,)
try: raise E2(5)
except E1 as e: print(e, repr(e), e.args, e.code, isinstance(e, E1))
try:
    try: raise E1("a")
    except E1: raise
except E1 as e: print("re", e)
def chain():
    try: int("x")
    except ValueError as e:
        try: [][1]
        except IndexError as e2: raise TypeError("t") from e
try: chain()
except TypeError as e: print(repr(e.__cause__), repr(e.__context__))
try: e
except NameError as x: print(x)
def ctx():
    yield
    try: yield
    except GeneratorExit: print("GE"); raise
    finally: print("cleanup")
c = ctx(); next(c); next(c); c.close()
for bad in (ValueError, ValueError("x"), "s", None, 5, type, Exception()):
    try: raise bad
    except BaseException as e: print(type(e).__name__, e)
try: raise ValueError from "x"
except TypeError as e: print(e)
for exc in ("x", (ValueError, 5), 5, (ValueError, "y")):
    try:
        try: raise KeyError
        except exc: pass
    except TypeError as e: print(e)
    except KeyError: print("KeyError passed")
o = OSError(2, "No such", "f.txt"); print(o, o.errno, o.strerror, o.filename, type(o).__name__, OSError(1), OSError("m"), OSError(13, "p").__class__.__name__, repr(o), FileNotFoundError.__mro__[1].__name__, OSError(2, "a", "b", None, "c"))
print(KeyError("a"), KeyError("a", "b"), repr(KeyError()), StopIteration(5).value, SystemExit(3).code, UnicodeDecodeError("utf8", b"\xff", 0, 1, "bad"), SyntaxError("m", ("f", 1, 2, "t")), ImportError("i", name="n", path="p").name, AttributeError("a", name="n", obj=5).obj, NameError("x", name="q").name, BaseException(1, 2).args, Exception().__traceback__)
w = ValueError("w"); w.__cause__ = w; print(w.__suppress_context__)
try: w.__cause__ = 5
except TypeError as e: print(e)
try: w.__traceback__ = 5
except TypeError as e: print(e)
try: del w.args
except TypeError as e: print(e)
import traceback
try:
    exec("raise ValueError('in exec')")
except ValueError as e: print([f.filename for f in traceback.extract_tb(e.__traceback__)][-1], e.__traceback__.tb_next.tb_lineno)

# expect: try 0
# expect: else
# expect: fin None
# expect: end
# expect: try 1
# expect: fin None
# expect: ret
# expect: try 2
# expect: VE v
# expect: fin None
# expect: ve
# expect: try 3
# expect: fin RuntimeError
# expect: RuntimeError conv None KeyError('k') True
# expect: try 4
# expect: fin ZeroDivisionError
# expect: ZeroDivisionError division by zero None None False
# expect: try 5
# expect: else
# expect: fin None
# expect: finret
# expect: f 0
# expect: f 1
# expect: f 2
# expect: f 3
# expect: ('KeyError(2)', 'ValueError(1)')
# expect: E2<5> E2(5, 'm') (5, 'm') 5 True
# expect: re a
# expect: ValueError("invalid literal for int() with base 10: 'x'") IndexError('list index out of range')
# expect: name 'e' is not defined
# expect: GE
# expect: cleanup
# expect: ValueError 
# expect: ValueError x
# expect: TypeError exceptions must derive from BaseException
# expect: TypeError exceptions must derive from BaseException
# expect: TypeError exceptions must derive from BaseException
# expect: TypeError exceptions must derive from BaseException
# expect: Exception 
# expect: exception causes must derive from BaseException
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: [Errno 2] No such: 'f.txt' 2 No such f.txt FileNotFoundError 1 m PermissionError FileNotFoundError(2, 'No such') OSError [Errno 2] a: 'b' -> 'c'
# expect: 'a' ('a', 'b') KeyError() 5 3 'utf8' codec can't decode byte 0xff in position 0: bad m (f, line 1) n 5 q (1, 2) None
# expect: True
# expect: exception cause must be None or derive from BaseException
# expect: __traceback__ must be a traceback or None
# expect: args may not be deleted
# expect: <string> 1
