def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 2 ** 0)
t(lambda: 0 ** 0)
t(lambda: 2 ** 100)
t(lambda: (-2) ** 3)
t(lambda: -2 ** 2)
t(lambda: 2 ** -1)
t(lambda: 10 ** -3)
t(lambda: (-1) ** 10 ** 6)
t(lambda: 3 ** 40)
t(lambda: 1 ** 10 ** 9)
t(lambda: 2 ** 0.5)
t(lambda: (-8) ** (1 / 3))
t(lambda: 7 ** 1)
t(lambda: 10 ** 18)
t(lambda: 10 ** 19)
t(lambda: pow(2, 10))
t(lambda: pow(2, 10, 1000))
t(lambda: pow(3, -1, 7))
t(lambda: pow(2, 100, 10 ** 9 + 7))
t(lambda: pow(-2, 3, 5))
t(lambda: pow(2, 3, -5))
t(lambda: pow(0, 0, 1))
t(lambda: pow(5, 0, 1))
t(lambda: pow(7, 3, 1))
t(lambda: pow(3, 200, 13))
t(lambda: pow(10, -2, 7))
t(lambda: pow(base=2, exp=3, mod=5))
t(lambda: 0 ** -1)
t(lambda: pow(2, 3, 0))
t(lambda: pow(2, -1, 4))
t(lambda: pow(2, 3.0, 5))
t(lambda: pow(2.0, 3, 5))
t(lambda: pow('a', 2))
t(lambda: pow(2))
t(lambda: pow(2, 1, 'x'))
t(lambda: 2 ** 'a')

# expect: 1
# expect: 1
# expect: 1267650600228229401496703205376
# expect: -8
# expect: -4
# expect: 0.5
# expect: 0.001
# expect: 1
# expect: 12157665459056928801
# expect: 1
# expect: 1.4142135623730951
# expect: (1.0000000000000002+1.7320508075688772j)
# expect: 7
# expect: 1000000000000000000
# expect: 10000000000000000000
# expect: 1024
# expect: 24
# expect: 5
# expect: 976371285
# expect: 2
# expect: -2
# expect: 0
# expect: 0
# expect: 0
# expect: 9
# expect: 4
# expect: 3
# expect: ZeroDivisionError zero to a negative power
# expect: ValueError pow() 3rd argument cannot be 0
# expect: ValueError base is not invertible for the given modulus
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: TypeError pow() missing required argument 'exp' (pos 2)
# expect: TypeError unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'
# expect: TypeError unsupported operand type(s) for ** or pow(): 'int' and 'str'
