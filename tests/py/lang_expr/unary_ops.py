class U:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __bool__(self): return False
    def __abs__(self): return 'abs'
u = U()
print(-u, +u, ~u, not u, abs(u))
print(-True, +True, -0, -0.0, +0.0, - -1)
print(~0, ~-1, ~7, ~(2 ** 70), -(2 ** 63), -(-2 ** 63))
for v in ('a', [], None, {}, object):
    for op in '+-':
        try:
            eval(op + 'v')
        except TypeError as e: print(e)
try: ~1.0
except TypeError as e: print(e)
print(not [], not [0], not '', not 'a', not None, not 0.0, not ...)
class B:
    def __bool__(self): return 1
try: not B()
except TypeError as e: print(e)
class L:
    def __len__(self): return -1
try: bool(L())
except ValueError as e: print(e)

# expect: neg pos inv True abs
# expect: -1 1 0 -0.0 0.0 1
# expect: -1 0 -8 -1180591620717411303425 -9223372036854775808 9223372036854775808
# expect: bad operand type for unary +: 'str'
# expect: bad operand type for unary -: 'str'
# expect: bad operand type for unary +: 'list'
# expect: bad operand type for unary -: 'list'
# expect: bad operand type for unary +: 'NoneType'
# expect: bad operand type for unary -: 'NoneType'
# expect: bad operand type for unary +: 'dict'
# expect: bad operand type for unary -: 'dict'
# expect: bad operand type for unary +: 'type'
# expect: bad operand type for unary -: 'type'
# expect: bad operand type for unary ~: 'float'
# expect: True False True False True True False
# expect: __bool__ should return bool, returned int
# expect: __len__() should return >= 0
