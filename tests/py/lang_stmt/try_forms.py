def f(x):
    try:
        print('try', end=' ')
        if x: raise x
    except ValueError as e: print('VE', e, end=' ')
    except (KeyError, IndexError) as e: print('tuple', type(e).__name__, end=' ')
    except Exception: print('exc', end=' ')
    else: print('else', end=' ')
    finally: print('finally')
for x in [None, ValueError('v'), KeyError('k'), IndexError(), TypeError()]: f(x)
def g():
    try: return 1
    except: return 2
    else: return 3
    finally: print('f', end=' ')
print(g())
def h():
    for i in range(3):
        try:
            if i == 1: raise ValueError
        except ValueError: continue
        else: print('ok', i, end=' ')
        finally: print('f', i, end=' ')
h(); print()
try:
    try: 1 / 0
    finally: print('inner finally')
except ZeroDivisionError: print('outer')
e = 'keep'
try: raise ValueError
except ValueError as e: pass
try: e
except NameError as x: print(x)

# expect: try else finally
# expect: try VE v finally
# expect: try tuple KeyError finally
# expect: try tuple IndexError finally
# expect: try exc finally
# expect: f 1
# expect: ok 0 f 0 f 1 ok 2 f 2 
# expect: inner finally
# expect: outer
# expect: name 'e' is not defined
