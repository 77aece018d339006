def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
v = sys.version_info
t(lambda: v[:2] == (v.major, v.minor))
t(lambda: v.releaselevel in ('final', 'alpha', 'beta', 'candidate'))
t(lambda: len(v))
t(lambda: v > (3,))
t(lambda: v < (4,))
t(lambda: isinstance(v, tuple))
t(lambda: type(v).__name__)
t(lambda: sys.version.split()[0].startswith(f'{v.major}.{v.minor}'))
t(lambda: sys.implementation.cache_tag is None or isinstance(sys.implementation.cache_tag, str))
t(lambda: isinstance(sys.implementation.hexversion, int))
try: v.major = 5
except (AttributeError, TypeError) as e: print(type(e).__name__)
t(lambda: type(v)())
t(lambda: type(sys.flags)())

# expect: True
# expect: True
# expect: 5
# expect: True
# expect: True
# expect: True
# expect: 'version_info'
# expect: True
# expect: True
# expect: True
# expect: AttributeError
# expect: TypeError cannot create 'sys.version_info' instances
# expect: TypeError cannot create 'sys.flags' instances
