def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
t(lambda: sys.getsizeof([]) > 0)
t(lambda: sys.getsizeof('a' * 100) > sys.getsizeof('a'))
t(lambda: sys.getsizeof([1] * 50) > sys.getsizeof([]))
t(lambda: sys.getrefcount([]) >= 0)
t(lambda: sys.intern('abc') == 'abc')
t(lambda: sys.getsizeof(type('S', (), {'__sizeof__': lambda s: 77})()) >= 77)
t(lambda: sys.getsizeof(type('S', (), {'__sizeof__': lambda s: 'x'})()))
t(lambda: sys.getsizeof(type('S', (), {'__sizeof__': lambda s: -1})()))
t(lambda: sys.getsizeof(type('S', (), {'__sizeof__': lambda s: 'x'})(), 5))
t(lambda: sys.getsizeof())
t(lambda: sys.intern(1))
t(lambda: sys.getrefcount())

# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: TypeError an integer is required
# expect: ValueError __sizeof__() should return >= 0
# expect: 5
# expect: TypeError getsizeof() missing required argument 'object' (pos 1)
# expect: TypeError intern() argument must be str, not int
# expect: TypeError sys.getrefcount() takes exactly one argument (0 given)
