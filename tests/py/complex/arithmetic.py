def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: ((1 + 2j) + (3 - 4j), (1 + 2j) - 1, 2 * (1 + 2j), (1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), 1 / 1j, (1 + 2j) ** 2, (1 + 2j) ** -1, 1j ** 2, 1j ** 3, (2 + 0j) ** 10, 2 ** 1j == 2 ** (0 + 1j), -(1 + 2j), +(1 - 1j), abs(3 + 4j), (3 + 4j).conjugate(), (3 + 4j).real, (3 + 4j).imag, 1j == 1j, 1 + 0j == 1, 1j != 1, True + 1j, 1.5 + 1j, bool(0j), bool(1e-300j), 0j ** 0, (1 + 1j) ** 3, (1 + 2j) ** 0, pow(1j, 2), sum([1j, 2, 3.5])))
t(lambda: 1j / 0)
t(lambda: 0j ** -1)
t(lambda: 0j ** 1j)
t(lambda: 1j // 1)
t(lambda: 1j % 2)
t(lambda: divmod(1j, 1))
t(lambda: 1j < 2j)
t(lambda: int(1j))
t(lambda: float(1j))
t(lambda: 1j + 'a')
t(lambda: abs(complex(1e308, 1e308)))
t(lambda: pow(1j, 2, 3))
t(lambda: round(1j))
t(lambda: 1j & 1)

# expect: ((4-2j), 2j, (2+4j), (11+2j), (-0.2+0.4j), -1j, (-3+4j), (0.2-0.4j), (-1+0j), (-0-1j), (1024+0j), True, (-1-2j), (1-1j), 5.0, (3-4j), 3.0, 4.0, True, True, True, (1+1j), (1.5+1j), False, True, (1+0j), (-2+2j), (1+0j), (-1+0j), (5.5+1j))
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError zero to a negative or complex power
# expect: ZeroDivisionError zero to a negative or complex power
# expect: TypeError unsupported operand type(s) for //: 'complex' and 'int'
# expect: TypeError unsupported operand type(s) for %: 'complex' and 'int'
# expect: TypeError unsupported operand type(s) for divmod(): 'complex' and 'int'
# expect: TypeError '<' not supported between instances of 'complex' and 'complex'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: TypeError float() argument must be a string or a real number, not 'complex'
# expect: TypeError unsupported operand type(s) for +: 'complex' and 'str'
# expect: 1.4142135623730951e+308
# expect: ValueError complex modulo
# expect: TypeError type complex doesn't define __round__ method
# expect: TypeError unsupported operand type(s) for &: 'complex' and 'int'
