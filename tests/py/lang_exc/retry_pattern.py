class Transient(Exception): pass
def flaky(fail):
    n = 0
    def f():
        nonlocal n
        n += 1
        if n <= fail: raise Transient(f'attempt {n}')
        return f'ok after {n}'
    return f
def retry(f, times):
    errs = []
    for _ in range(times):
        try: return f()
        except Transient as e: errs.append(e)
    raise ExceptionGroup('all failed', errs) from errs[-1]
print(retry(flaky(2), 5))
try: retry(flaky(9), 3)
except* Transient as g: print(g.exceptions, repr(g.__cause__) if hasattr(g, '__cause__') else '')
def parse(s):
    try: return int(s)
    except ValueError:
        try: return float(s)
        except ValueError: return s
print([parse(x) for x in ('1', '2.5', 'abc', '')])
def safe(f, *a, default=None, exc=Exception):
    try: return f(*a)
    except exc as e: return default if default is not None else f'{type(e).__name__}: {e}'
print(safe(int, 'z'), safe(lambda: 1 / 0), safe(int, '5'), safe([].pop, default='empty'))

# expect: ok after 3
# expect: (Transient('attempt 1'), Transient('attempt 2'), Transient('attempt 3')) Transient('attempt 3')
# expect: [1, 2.5, 'abc', '']
# expect: ValueError: invalid literal for int() with base 10: 'z' ZeroDivisionError: division by zero 5 empty
