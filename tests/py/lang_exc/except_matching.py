class A(Exception): pass
class B(A): pass
class C(B): pass
for e in (A, B, C):
    try: raise e
    except C: print('C')
    except B: print('B')
    except A: print('A')
def t(spec):
    try:
        try: raise ValueError('v')
        except spec: print('caught')
    except BaseException as e: print(type(e).__name__, e)
t(ValueError); t((KeyError, ValueError)); t((KeyError, (ValueError,))); t(()); t(5); t((5,)); t('x'); t(Exception); t(int); t(ValueError())
try:
    try: raise ValueError('orig')
    except undefined: pass
except NameError as e: print(e, repr(e.__context__))
try:
    try: raise KeyError
    except (lambda: KeyError)(): print('dynamic')
finally: print('end')
try: raise KeyboardInterrupt
except Exception: print('no')
except BaseException as e: print(repr(e))

# expect: A
# expect: B
# expect: C
# expect: caught
# expect: caught
# expect: TypeError catching classes that do not inherit from BaseException is not allowed
# expect: ValueError v
# expect: TypeError catching classes that do not inherit from BaseException is not allowed
# expect: TypeError catching classes that do not inherit from BaseException is not allowed
# expect: TypeError catching classes that do not inherit from BaseException is not allowed
# expect: caught
# expect: TypeError catching classes that do not inherit from BaseException is not allowed
# expect: TypeError catching classes that do not inherit from BaseException is not allowed
# expect: name 'undefined' is not defined ValueError('orig')
# expect: dynamic
# expect: end
# expect: KeyboardInterrupt()
