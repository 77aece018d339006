class Box[T]:
    def __init__(self, v: T): self.v = v
    def map[U](self, f) -> 'Box[U]': return Box(f(self.v))
b = Box[int](3)
print(b.v, type(b) is Box, b.__orig_class__, b.map(str).v, Box[int] == Box[int], Box[int] is not Box[str])
print(repr(Box[int]), Box[int].__args__, Box.__parameters__, Box[list[int]])
class IntBox(Box[int]): pass
print(IntBox.__orig_bases__, IntBox.__mro__[1].__name__, IntBox(5).v)
try: Box[int, str]
except TypeError as e: print(e)
try: isinstance(b, Box[int])
except TypeError as e: print(e)
class Two[K, V]: pass
print(Two[int, str], Two.__type_params__, Two.__parameters__)
try: Two[int]
except TypeError as e: print(e)

# expect: 3 True __main__.Box[int] 3 True True
# expect: __main__.Box[int] (<class 'int'>,) (T,) __main__.Box[list[int]]
# expect: (__main__.Box[int],) Box 5
# expect: Too many arguments for <class '__main__.Box'>; actual 2, expected 1
# expect: Subscripted generics cannot be used with class and instance checks
# expect: __main__.Two[int, str] (K, V) (K, V)
# expect: Too few arguments for <class '__main__.Two'>; actual 1, expected at least 2
