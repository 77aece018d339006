def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

for r in (0, 3, True, -1, 1.0, 'a', None, 2 ** 63, 2 ** 63 - 1):
    C = type('C', (), {'__len__': lambda s, r=r: r})
    for f in (len, bool):
        try: print(f.__name__, repr(r), f(C()))
        except Exception as e: print(f.__name__, repr(r), type(e).__name__, e)
class I:
    def __len__(s): return I2()
class I2:
    def __index__(s): return 6
t(lambda: len(I()))

# expect: len 0 0
# expect: bool 0 False
# expect: len 3 3
# expect: bool 3 True
# expect: len True 1
# expect: bool True True
# expect: len -1 ValueError __len__() should return >= 0
# expect: bool -1 ValueError __len__() should return >= 0
# expect: len 1.0 TypeError 'float' object cannot be interpreted as an integer
# expect: bool 1.0 TypeError 'float' object cannot be interpreted as an integer
# expect: len 'a' TypeError 'str' object cannot be interpreted as an integer
# expect: bool 'a' TypeError 'str' object cannot be interpreted as an integer
# expect: len None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: bool None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: len 9223372036854775808 OverflowError cannot fit 'int' into an index-sized integer
# expect: bool 9223372036854775808 OverflowError cannot fit 'int' into an index-sized integer
# expect: len 9223372036854775807 9223372036854775807
# expect: bool 9223372036854775807 True
# expect: 6
