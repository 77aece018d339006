def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: abs(-5))
t(lambda: abs(5.5))
t(lambda: abs(-0.0))
t(lambda: abs(3 + 4j))
t(lambda: abs(True))
t(lambda: abs(-2 ** 70))
t(lambda: divmod(7, 2))
t(lambda: divmod(-7, 2))
t(lambda: divmod(7.5, 2))
t(lambda: divmod(2 ** 70, 3))
t(lambda: pow(2, 3))
t(lambda: pow(2, 3, 5))
t(lambda: pow(2, -1))
t(lambda: pow(2.0, 3))
t(lambda: pow(0, 0))
t(lambda: abs('a'))
t(lambda: abs())
t(lambda: abs(1, 2))
t(lambda: divmod(1))
t(lambda: divmod(1, 0))
t(lambda: divmod(1, 'a'))
t(lambda: divmod(1j, 1))
t(lambda: pow())
t(lambda: pow(1, 2, 0))
t(lambda: pow('a', 1))
t(lambda: pow(2, 2, 2.0))

# expect: 5
# expect: 5.5
# expect: 0.0
# expect: 5.0
# expect: 1
# expect: 1180591620717411303424
# expect: (3, 1)
# expect: (-4, 1)
# expect: (3.0, 1.5)
# expect: (393530540239137101141, 1)
# expect: 8
# expect: 3
# expect: 0.5
# expect: 8.0
# expect: 1
# expect: TypeError bad operand type for abs(): 'str'
# expect: TypeError abs() takes exactly one argument (0 given)
# expect: TypeError abs() takes exactly one argument (2 given)
# expect: TypeError divmod expected 2 arguments, got 1
# expect: ZeroDivisionError division by zero
# expect: TypeError unsupported operand type(s) for divmod(): 'int' and 'str'
# expect: TypeError unsupported operand type(s) for divmod(): 'complex' and 'int'
# expect: TypeError pow() missing required argument 'base' (pos 1)
# expect: ValueError pow() 3rd argument cannot be 0
# expect: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
