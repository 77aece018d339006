x: int = 5
y: 'str'
z: list[int] = [1]
(w): int = 3
print(x, z, w)
class C:
    a: int
    b: str = 'b'
    c: 'Undefined' = 3
    d: list['C'] = []
print(C.__annotations__, C.b, hasattr(C, 'a'))
def f():
    v: undefined_name = 1
    u: also_undefined
    return v
print(f())
d = {}
d['k']: int = 4
C.z: int = 5
print(d, C.z)
try: y
except NameError as e: print(e)

# expect: 5 [1] 3
# expect: {'a': <class 'int'>, 'b': <class 'str'>, 'c': 'Undefined', 'd': list['C']} b False
# expect: 1
# expect: {'k': 4} 5
# expect: name 'y' is not defined
