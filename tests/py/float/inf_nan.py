def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

inf, nan = float('inf'), float('nan')
t(lambda: inf + 1)
t(lambda: inf - inf)
t(lambda: inf * 0)
t(lambda: inf * -1)
t(lambda: inf / inf)
t(lambda: 1 / inf)
t(lambda: -1 / inf)
t(lambda: inf // 2)
t(lambda: 5 // inf)
t(lambda: -5 // inf)
t(lambda: 5 % inf)
t(lambda: -5 % inf)
t(lambda: inf % 5)
t(lambda: inf ** 0)
t(lambda: nan ** 0)
t(lambda: 1 ** nan)
t(lambda: inf ** -1)
t(lambda: (-inf) ** 3)
t(lambda: (-inf) ** 2)
t(lambda: 0 * inf)
t(lambda: inf == inf)
t(lambda: nan == nan)
t(lambda: nan != nan)
t(lambda: inf > 10 ** 400)
t(lambda: -inf < -10 ** 400)
t(lambda: max(inf, 1))
t(lambda: min(nan, 1))
t(lambda: [nan] == [nan])
t(lambda: nan in [nan])
t(lambda: [nan].index(nan))
t(lambda: sorted([inf, 1, -inf]))
t(lambda: bool(nan))
t(lambda: inf is inf)
t(lambda: hash(inf))
t(lambda: hash(-inf))
t(lambda: round(1.5))
t(lambda: abs(-inf))
t(lambda: abs(nan))
t(lambda: inf.is_integer())
t(lambda: sum([inf, -inf]))
t(lambda: round(inf))
t(lambda: round(nan))
t(lambda: int(inf))
t(lambda: inf.as_integer_ratio())
t(lambda: nan.as_integer_ratio())
t(lambda: divmod(inf, 1))
t(lambda: divmod(1, inf))

# expect: inf
# expect: nan
# expect: nan
# expect: -inf
# expect: nan
# expect: 0.0
# expect: -0.0
# expect: nan
# expect: 0.0
# expect: -1.0
# expect: 5.0
# expect: inf
# expect: nan
# expect: 1.0
# expect: 1.0
# expect: 1.0
# expect: 0.0
# expect: -inf
# expect: inf
# expect: nan
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: inf
# expect: nan
# expect: True
# expect: True
# expect: 0
# expect: [-inf, 1, inf]
# expect: True
# expect: True
# expect: 314159
# expect: -314159
# expect: 2
# expect: inf
# expect: nan
# expect: False
# expect: nan
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
# expect: OverflowError cannot convert Infinity to integer ratio
# expect: ValueError cannot convert NaN to integer ratio
# expect: (nan, nan)
# expect: (0.0, 1.0)
