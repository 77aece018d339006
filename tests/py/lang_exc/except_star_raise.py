try:
    try: raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as e: raise TypeError('from handler')
except ExceptionGroup as e: print(repr(e), repr(e.exceptions[0].__context__))
try:
    try: raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError: raise
except ExceptionGroup as e: print(repr(e))
try:
    try: raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError: raise OSError('a')
    except* KeyError: raise OSError('b')
except ExceptionGroup as e: print(repr(e))
try:
    try: raise ValueError(1)
    except* TypeError: pass
except ValueError as e: print('unchanged', repr(e))
try:
    try: raise ValueError
    except* ExceptionGroup: pass
except TypeError as e: print(e)
def f():
    try: raise ExceptionGroup('x', [ValueError()])
    except* ValueError: pass
    return 'after'
print(f())

# expect: ExceptionGroup('', [TypeError('from handler'), ExceptionGroup('g', [KeyError(2)])]) ExceptionGroup('g', [ValueError(1)])
# expect: ExceptionGroup('g', [ValueError(1), KeyError(2)])
# expect: ExceptionGroup('', [OSError('a'), OSError('b')])
# expect: unchanged ValueError(1)
# expect: catching ExceptionGroup with except* is not allowed. Use except instead.
# expect: after
