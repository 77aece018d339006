def f(): return later() + CONST
try: f()
except NameError as e: print(e)
def later(): return 1
CONST = 2
print(f())
CONST = 3
print(f())
def later(): return 10
print(f())
del CONST
try: f()
except NameError as e: print(e)
import sys
setattr(sys.modules['__main__'], 'CONST', 100); print(f())
globals()['CONST'] = 200; print(f())
f.__globals__['CONST'] = 300; print(f())

# expect: name 'later' is not defined
# expect: 3
# expect: 4
# expect: 13
# expect: name 'CONST' is not defined
# expect: 110
# expect: 210
# expect: 310
