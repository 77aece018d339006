def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
t(lambda: __import__('math').floor(1.5))
t(lambda: __import__('os.path').__name__)
t(lambda: __import__('os.path', fromlist=['join']).__name__[-4:])
t(lambda: __import__('math', globals(), locals(), [], 0).__name__)
t(lambda: __import__('nope'))
t(lambda: __import__(5))
t(lambda: __import__(''))
t(lambda: __import__('math', level=-1))
t(lambda: __import__('.x'))
sys.breakpointhook = lambda *a, **k: print('bp', a, k)
t(lambda: breakpoint())
t(lambda: breakpoint(1, x=2))
t(lambda: callable(help))
t(lambda: callable(exit))
t(lambda: callable(quit))
t(lambda: repr(exit)[:8])
t(lambda: callable(copyright))
t(lambda: callable(license))
try: exit('bye')
except SystemExit as e: print(e.code)

# expect: 1
# expect: 'os'
# expect: 'path'
# expect: 'math'
# expect: ModuleNotFoundError No module named 'nope'
# expect: TypeError module name must be a string
# expect: ValueError Empty module name
# expect: ValueError level must be >= 0
# expect: ModuleNotFoundError No module named '.x'
# expect: bp () {}
# expect: None
# expect: bp (1,) {'x': 2}
# expect: None
# expect: True
# expect: True
# expect: True
# expect: 'Use exit'
# expect: True
# expect: True
# expect: bye
