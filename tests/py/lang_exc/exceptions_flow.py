def f(k):
    try:
        if k == 1:
            raise ValueError('v')
        if k == 2:
            return 'ret'
        if k == 3:
            raise KeyError('k')
    except ValueError as e:
        print('except', e)
        return 'exc'
    else:
        print('else')
        return 'else'
    finally:
        print('finally', k)
for k in range(4):
    try:
        print(f(k))
    except KeyError as e:
        print('outer', e)
def g():
    for i in range(3):
        try:
            continue
        finally:
            print('fin', i)
    while True:
        try:
            break
        finally:
            print('brk')
    try:
        return 'a'
    finally:
        return 'b'
print(g())
try:
    try:
        raise ValueError('a')
    except ValueError as e:
        raise TypeError('b') from e
except TypeError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    finally:
        raise KeyError('in finally')
except KeyError as e:
    print(repr(e.__context__))
try:
    try:
        raise ValueError
    except:
        raise
except ValueError as e:
    print('reraised', e.args)
try:
    raise
except RuntimeError as e:
    print(e)
class E1(Exception):
    pass
class E2(E1):
    pass
for c in (E1, E2, ValueError):
    try:
        raise c
    except (E2, ValueError) as e:
        print('first', type(e).__name__)
    except E1:
        print('second')
e = ValueError(1, 2)
print(e.args, str(e), repr(e), str(ValueError()), repr(ValueError('x')), str(KeyError('k')))
print(str(OSError(2, 'msg', 'f')), repr(OSError(2, 'm')), OSError(2, 'm').errno)
print(type(OSError(2, 'x')).__name__, str(UnicodeDecodeError('utf8', b'ab', 0, 1, 'r')))
print(str(SystemExit(3)), str(StopIteration(5)), StopIteration(5).value)
print(str(ImportError('m', name='n')), SyntaxError('m', ('f', 1, 2, 't')).lineno)
print(str(AttributeError('a', name='n', obj=1)))
try:
    e.x
except AttributeError as a:
    print(a)
del e
try:
    try:
        raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('n', [KeyError(3), ValueError(4)])])
    except* ValueError as g:
        print('V', g.exceptions)
    except* TypeError as g:
        print('T', g.exceptions)
except ExceptionGroup as g:
    print('rest', g, g.exceptions)
g = ExceptionGroup('x', [ValueError(1), KeyError(2)])
print(g.split(ValueError), g.subgroup(lambda e: isinstance(e, KeyError)), g.derive([OSError()]))
print(repr(g), g.message)
for a in (('m', []), ('m', [1]), (1, [ValueError()]), ('m', ValueError()), ('m', [KeyboardInterrupt()])):
    try:
        print(ExceptionGroup(*a))
    except Exception as x:
        print(type(x).__name__, x)
print(repr(BaseExceptionGroup('b', [ValueError()])), repr(BaseExceptionGroup('b', [KeyboardInterrupt()])))
import traceback, sys
def deep():
    raise LookupError('lk')
try:
    deep()
except LookupError:
    print(traceback.format_exc().replace(__file__, 'F'))
    t = sys.exc_info()
    print(t[0].__name__, t[1], [f.name for f in traceback.extract_tb(t[2])])
print(sys.exc_info())
def nested():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            [][0]
        except IndexError as e:
            print(repr(e.__context__), sys.exc_info()[0].__name__)
        print(sys.exc_info()[0].__name__)
nested()
try:
    assert False, [1, 2]
except AssertionError as e:
    print(e.args)
try:
    raise Exception('a', 'b')
except Exception as e:
    a, b = e.args
    print(a, b)
    e.add_note('n')
    print(e.__notes__)
try:
    print(e)
except NameError as x:
    print(x)
class CtxErr(Exception):
    def __init__(self, m, **k):
        super().__init__(m)
        self.__dict__.update(k)
    def __reduce__(self):
        return (CtxErr, self.args, self.__dict__)
try:
    raise CtxErr('m', code=5)
except CtxErr as e:
    print(e.code, e.with_traceback(None) is e, e.__traceback__)
import contextlib
with contextlib.suppress(KeyError, ValueError):
    {}['x']
with contextlib.ExitStack() as st:
    st.callback(print, 'cb1')
    st.callback(print, 'cb2')
    st.push(lambda *a: print('push', a[0]) or True)
    raise ValueError('es')
print('done')

# expect: else
# expect: finally 0
# expect: else
# expect: except v
# expect: finally 1
# expect: exc
# expect: finally 2
# expect: ret
# expect: finally 3
# expect: outer 'k'
# expect: fin 0
# expect: fin 1
# expect: fin 2
# expect: brk
# expect: b
# expect: ValueError('a') ValueError('a') True
# expect: ZeroDivisionError('division by zero')
# expect: reraised ()
# expect: No active exception to reraise
# expect: second
# expect: first E2
# expect: first ValueError
# expect: (1, 2) (1, 2) ValueError(1, 2)  ValueError('x') 'k'
# expect: [Errno 2] msg: 'f' FileNotFoundError(2, 'm') 2
# expect: FileNotFoundError 'utf8' codec can't decode byte 0x61 in position 0: r
# expect: 3 5 5
# expect: m 1
# expect: a
# expect: 'ValueError' object has no attribute 'x'
# expect: V (ValueError(1), ExceptionGroup('n', [ValueError(4)]))
# expect: T (TypeError(2),)
# expect: rest eg (1 sub-exception) (ExceptionGroup('n', [KeyError(3)]),)
# expect: (ExceptionGroup('x', [ValueError(1)]), ExceptionGroup('x', [KeyError(2)])) x (1 sub-exception) x (1 sub-exception)
# expect: ExceptionGroup('x', [ValueError(1), KeyError(2)]) x
# expect: ValueError second argument (exceptions) must be a non-empty sequence
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: TypeError second argument (exceptions) must be a sequence
# expect: TypeError Cannot nest BaseExceptions in an ExceptionGroup
# expect: ExceptionGroup('b', [ValueError()]) BaseExceptionGroup('b', [KeyboardInterrupt()])
# expect: Traceback (most recent call last):
# expect:   File "F", line 108, in <module>
# expect:     deep()
# expect:   File "F", line 106, in deep
# expect:     raise LookupError('lk')
# expect: LookupError: lk
# expect:
# expect: LookupError lk ['<module>', 'deep']
# expect: (None, None, None)
# expect: ZeroDivisionError('division by zero') IndexError
# expect: ZeroDivisionError
# expect: ([1, 2],)
# expect: a b
# expect: ['n']
# expect: name 'e' is not defined
# expect: 5 True None
# expect: push <class 'ValueError'>
# expect: cb2
# expect: cb1
# expect: done
# lib: -3.12
