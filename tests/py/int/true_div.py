def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 1 / 3)
t(lambda: 6 / 3)
t(lambda: -1 / 2)
t(lambda: 0 / 5)
t(lambda: 10 ** 30 / 10 ** 29)
t(lambda: (2 ** 53 + 1) / 1)
t(lambda: 10 ** 400 / 10 ** 399)
t(lambda: 1 / 10 ** 400)
t(lambda: (2 ** 1000) / (2 ** 990))
t(lambda: 3 / -2)
t(lambda: 2 ** 63 / 3)
t(lambda: (10 ** 22 + 1) / 10 ** 22)
t(lambda: 1 / 2 ** 1074)
t(lambda: 10 ** 400 / 3)
t(lambda: 1 / 0)
t(lambda: 10 ** 400 / 1.0)
t(lambda: 10 ** 400 + 1.0)

# expect: 0.3333333333333333
# expect: 2.0
# expect: -0.5
# expect: 0.0
# expect: 10.0
# expect: 9007199254740992.0
# expect: 10.0
# expect: 0.0
# expect: 1024.0
# expect: -1.5
# expect: 3.0744573456182584e+18
# expect: 1.0
# expect: 5e-324
# expect: OverflowError integer division result too large for a float
# expect: ZeroDivisionError division by zero
# expect: OverflowError int too large to convert to float
# expect: OverflowError int too large to convert to float
