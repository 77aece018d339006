class A:
    def __init__(s):
        s.__repr__ = lambda: 'inst'
        s.__eq__ = lambda o: True
        s.__iter__ = lambda: iter([1])
        s.__getattr__ = lambda n: 'x'
        s.__add__ = lambda o: 'sum'
        s.__bool__ = lambda: False
        s.__contains__ = lambda x: True
a = A()
print(repr(a).startswith('<__main__.A'), a == 5, bool(a))
for f in (lambda: list(a), lambda: a + 1, lambda: a.zzz, lambda: 1 in a):
    try: print(f())
    except (TypeError, AttributeError) as e: print(e)
print(a.__add__(1), a.__repr__())
class M(type):
    def __repr__(c): return 'meta-repr'
    def __call__(c): return 'meta-call'
    def __add__(c, o): return 'meta-add'
class B(metaclass=M):
    def __repr__(s): return 'inst-repr'
print(B, B(), B + 1, object.__new__(B))

# expect: True False True
# expect: 'A' object is not iterable
# expect: unsupported operand type(s) for +: 'A' and 'int'
# expect: 'A' object has no attribute 'zzz'
# expect: argument of type 'A' is not a container or iterable
# expect: sum inst
# expect: meta-repr meta-call meta-add inst-repr
