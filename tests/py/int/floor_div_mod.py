def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [(a // b, a % b, divmod(a, b)) for a in (7, -7) for b in (2, -2, 3, -3)])
t(lambda: [(a // b, a % b) for a in (10 ** 30, -10 ** 30) for b in (7, -7, 10 ** 20 + 1, -10 ** 20 - 1, 2 ** 64)])
t(lambda: ((2 ** 63) // -1, -2 ** 63 // -1, -2 ** 63 % -1, (2 ** 60) // -1, -(2 ** 60) // -1, 0 // 5, 0 % -5, 5 // 10 ** 30, -5 // 10 ** 30, -5 % 10 ** 30, 5 % -10 ** 30))
t(lambda: all((a // b) * b + a % b == a for a in range(-20, 20) for b in list(range(-7, 0)) + list(range(1, 8))))
t(lambda: 1 // 0)
t(lambda: 1 % 0)
t(lambda: divmod(1, 0))
t(lambda: 10 ** 30 // 0)
t(lambda: 0 // 0)
t(lambda: divmod(7, 2.0))
t(lambda: 7 // 2.0)
t(lambda: -7 % 2.5)
t(lambda: divmod('a', 1))

# expect: [(3, 1, (3, 1)), (-4, -1, (-4, -1)), (2, 1, (2, 1)), (-3, -2, (-3, -2)), (-4, 1, (-4, 1)), (3, -1, (3, -1)), (-3, 2, (-3, 2)), (2, -1, (2, -1))]
# expect: [(142857142857142857142857142857, 1), (-142857142857142857142857142858, -6), (9999999999, 99999999990000000001), (-10000000000, -10000000000), (54210108624, 5076944270305263616), (-142857142857142857142857142858, 6), (142857142857142857142857142857, -1), (-10000000000, 10000000000), (9999999999, -99999999990000000001), (-54210108625, 13369799803404288000)]
# expect: (-9223372036854775808, 9223372036854775808, 0, -1152921504606846976, 1152921504606846976, 0, 0, 0, -1, 999999999999999999999999999995, -999999999999999999999999999995)
# expect: True
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: (3.0, 1.0)
# expect: 3.0
# expect: 0.5
# expect: TypeError unsupported operand type(s) for divmod(): 'str' and 'int'
