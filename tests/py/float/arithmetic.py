def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 0.1 + 0.2)
t(lambda: 0.1 * 3)
t(lambda: 1.1 - 1)
t(lambda: 1e308 * 10)
t(lambda: -1e308 * 10)
t(lambda: 1e-308 / 1e10)
t(lambda: 5e-324 / 2)
t(lambda: 2.5 * 2)
t(lambda: 7.5 // 2)
t(lambda: -7.5 // 2)
t(lambda: 7.5 % 2)
t(lambda: -7.5 % 2)
t(lambda: 7.5 % -2)
t(lambda: divmod(7.5, 2))
t(lambda: divmod(-7.5, 2))
t(lambda: divmod(7.5, -2))
t(lambda: 2.0 ** 10)
t(lambda: 2.0 ** -1)
t(lambda: 2 ** 0.5)
t(lambda: 10.0 ** 400 if 0 else 1.0)
t(lambda: (-8.0) ** 2)
t(lambda: (-8.0) ** 0.5)
t(lambda: 0.0 ** 0)
t(lambda: 1e300 + 1)
t(lambda: 1.0 + 1e-17)
t(lambda: -0.0 + 0)
t(lambda: 0.0 - 0.0)
t(lambda: -0.0 * 5)
t(lambda: 1 / 3 * 3)
t(lambda: 3.0 // 0.1)
t(lambda: 3.0 % 0.1)
t(lambda: 1e16 + 1.0)
t(lambda: 0.5 + True)
t(lambda: 1.5 + 2)
t(lambda: 2 - 1.5)
t(lambda: 5 // 2.0)
t(lambda: 5 % 2.5)
t(lambda: 1.0 / 0)
t(lambda: 1.0 // 0.0)
t(lambda: 1.0 % 0)
t(lambda: divmod(1.0, 0.0))
t(lambda: 0.0 ** -1)
t(lambda: 10.0 ** 400)
t(lambda: 1.5 + 'a')
t(lambda: 1.5 & 1)
t(lambda: -'a')
t(lambda: 2.0 ** 'x')
t(lambda: pow(2.0, 3, 5))
t(lambda: (-8) ** (1 / 3))

# expect: 0.30000000000000004
# expect: 0.30000000000000004
# expect: 0.10000000000000009
# expect: inf
# expect: -inf
# expect: 1e-318
# expect: 0.0
# expect: 5.0
# expect: 3.0
# expect: -4.0
# expect: 1.5
# expect: 0.5
# expect: -0.5
# expect: (3.0, 1.5)
# expect: (-4.0, 0.5)
# expect: (-4.0, -0.5)
# expect: 1024.0
# expect: 0.5
# expect: 1.4142135623730951
# expect: 1.0
# expect: 64.0
# expect: (1.7319121124709868e-16+2.8284271247461903j)
# expect: 1.0
# expect: 1e+300
# expect: 1.0
# expect: 0.0
# expect: 0.0
# expect: -0.0
# expect: 1.0
# expect: 29.0
# expect: 0.09999999999999984
# expect: 1e+16
# expect: 1.5
# expect: 3.5
# expect: 0.5
# expect: 2.0
# expect: 0.0
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError zero to a negative power
# expect: OverflowError (34, 'Numerical result out of range')
# expect: TypeError unsupported operand type(s) for +: 'float' and 'str'
# expect: TypeError unsupported operand type(s) for &: 'float' and 'int'
# expect: TypeError bad operand type for unary -: 'str'
# expect: TypeError unsupported operand type(s) for ** or pow(): 'float' and 'str'
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: (1.0000000000000002+1.7320508075688772j)
