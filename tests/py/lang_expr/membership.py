print(1 in [1, 2], 3 not in [1, 2], 'b' in 'abc', '' in 'abc', 'bc' in 'abc', 'ac' in 'abc')
print('k' in {'k': 1}, 1 in {'k': 1}.values(), ('k', 1) in {'k': 1}.items(), 2 in range(0, 10, 2), 3 in range(0, 10, 2))
print(98 in b'abc', b'bc' in b'abc', 1 in (1.0,), None in [None], [] in [[]])
class C:
    def __contains__(self, x): return x
print(5 in C(), 0 in C(), [] not in C())
class I:
    def __iter__(self): return iter([1, 2, 3])
print(2 in I(), 5 in I())
class G:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(20 in G(), 25 in G())
class X: __contains__ = None
for f in [lambda: 1 in X(), lambda: 1 in object(), lambda: 1 in 'abc', lambda: 300 in b'a', lambda: 'a' in b'a', ]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: [] in {}
except TypeError as e: print('dict:', e)
try: [] in set()
except TypeError as e: print('set:', e)

# expect: True True True True True False
# expect: True True True True False
# expect: True True True True True
# expect: True False True
# expect: True False
# expect: True False
# expect: TypeError 'X' object is not a container
# expect: TypeError argument of type 'object' is not a container or iterable
# expect: TypeError 'in <string>' requires string as left operand, not int
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError a bytes-like object is required, not 'str'
# expect: dict: cannot use 'list' as a dict key (unhashable type: 'list')
# expect: set: cannot use 'list' as a set element (unhashable type: 'list')
