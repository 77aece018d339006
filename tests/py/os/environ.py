def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import os
os.environ['SK_T'] = 'v'
t(lambda: os.environ['SK_T'])
t(lambda: os.getenv('SK_T'))
t(lambda: os.getenv('SK_NONE'))
t(lambda: os.getenv('SK_NONE', 'd'))
t(lambda: 'SK_T' in os.environ)
t(lambda: os.environ.pop('SK_T'))
t(lambda: os.environ.get('SK_T'))
t(lambda: os.path.expandvars('$SK_NONE/x'))
t(lambda: type(os.environ).__name__)
t(lambda: os.environ.setdefault('SK_Q', 'q'))
t(lambda: os.putenv('SK_Z', '1'))
t(lambda: os.getenv('SK_Z'))
t(lambda: os.unsetenv('SK_Q') if 0 else 0)
t(lambda: os.environ['nope'])
for k, v in ((1, 'a'), ('a', 1), ('', 'x')):
    try: os.environ[k] = v
    except Exception as e: print(type(e).__name__)

# expect: 'v'
# expect: 'v'
# expect: None
# expect: 'd'
# expect: True
# expect: 'v'
# expect: None
# expect: '$SK_NONE/x'
# expect: '_Environ'
# expect: 'q'
# expect: None
# expect: None
# expect: 0
# expect: KeyError 'nope'
# expect: TypeError
# expect: TypeError
# expect: OSError
