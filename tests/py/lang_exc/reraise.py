def f():
    try: raise ValueError('a')
    except ValueError:
        try: raise
        except ValueError as e: print('inner', e)
        raise
try: f()
except ValueError as e: print('outer', e)
def g():
    try: 1 / 0
    except ZeroDivisionError as e:
        e.add_note('noted'); raise
try: g()
except ZeroDivisionError as e: print(e, e.__notes__)
def h(): raise
try:
    try: raise KeyError('k')
    except KeyError: h()
except KeyError as e: print(repr(e))
try: h()
except RuntimeError as e: print(e)
def k():
    try: raise ValueError('first')
    except ValueError as e: saved = e
    try: raise saved
    except ValueError as e2: return e2 is saved, e2.__context__
print(k())

# expect: inner a
# expect: outer a
# expect: division by zero ['noted']
# expect: KeyError('k')
# expect: No active exception to reraise
# expect: (True, None)
