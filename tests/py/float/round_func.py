def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e20, 0.49999999999999994)])
t(lambda: [round(x, 1) for x in (0.25, 0.35, 2.675, -1.15, 1e300, 0.05)])
t(lambda: [round(2.675, n) for n in (0, 1, 2, 3, -1, 20, -400, 400)])
t(lambda: round(1234.5678, -2))
t(lambda: round(5.5, None))
t(lambda: round(5.0))
t(lambda: type(round(5.5)))
t(lambda: type(round(5.5, 0)))
t(lambda: round(1e16, 2))
t(lambda: round(5e-324, 323))
t(lambda: round(-0.4))
t(lambda: round(-0.4, 0))
t(lambda: round(1.5, 'a'))
t(lambda: round(1.5, 1.0))
t(lambda: round(1e308, -308))
t(lambda: round(1.797e308, -307))

# expect: [0, 2, 2, 0, -2, 2, 100000000000000000000, 0]
# expect: [0.2, 0.3, 2.7, -1.1, 1e+300, 0.1]
# expect: [3.0, 2.7, 2.67, 2.675, 0.0, 2.675, 0.0, 2.675]
# expect: 1200.0
# expect: 6
# expect: 5
# expect: <class 'int'>
# expect: <class 'float'>
# expect: 1e+16
# expect: 0.0
# expect: 0
# expect: -0.0
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: 1e+308
# expect: OverflowError rounded value too large to represent
