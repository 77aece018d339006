def run(*excs):
    try: raise ExceptionGroup('g', excs)
    except* ValueError as e: print('V', e.exceptions, end=' ')
    except* (TypeError, KeyError) as e: print('TK', e.exceptions, end=' ')
    else: print('else', end=' ')
    finally: print('fin')
run(ValueError(1)); run(ValueError(1), TypeError(2), ValueError(3)); run(KeyError('k'), ExceptionGroup('n', [ValueError(9)]))
try: run(OSError('o'), ValueError(1))
except ExceptionGroup as e: print('left', repr(e))
try: raise ValueError('bare')
except* ValueError as e: print(type(e).__name__, repr(e))
try: pass
except* ValueError: pass
else: print('else runs')

# expect: V (ValueError(1),) fin
# expect: V (ValueError(1), ValueError(3)) TK (TypeError(2),) fin
# expect: V (ExceptionGroup('n', [ValueError(9)]),) TK (KeyError('k'),) fin
# expect: V (ValueError(1),) fin
# expect: left ExceptionGroup('g', [OSError('o')])
# expect: ExceptionGroup ExceptionGroup('', (ValueError('bare'),))
# expect: else runs
