def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
for a in (None, 0, 1, 'text', [1], 2.5, True, -1, 256):
    try: sys.exit(a)
    except SystemExit as e: print(repr(e.code), e.args)
t(lambda: sys.exit(1, 2))
try: raise SystemExit
except SystemExit as e: print(e.code)
try: quit()
except SystemExit as e: print(e.code)
sys.exit(-1)

# exit: 255
# expect: None ()
# expect: 0 (0,)
# expect: 1 (1,)
# expect: 'text' ('text',)
# expect: [1] ([1],)
# expect: 2.5 (2.5,)
# expect: True (True,)
# expect: -1 (-1,)
# expect: 256 (256,)
# expect: TypeError exit expected at most 1 argument, got 2
# expect: None
# expect: None
