inf = float('inf'); nan = float('nan')
print(inf > 10 ** 400, -inf < -10 ** 400, 10 ** 400 > 1e308, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53)
print(0.1 + 0.2 == 0.3, 0.1 + 0.2, 0.5 + 0.25 == 0.75, 1e16 + 1, 9007199254740993 == 9007199254740993.0)
print(max(1, nan), max(nan, 1), min(1, nan), sorted([3, 1.5, True, 2]))
print(inf - inf, inf * 0, inf / inf, -inf + 1, inf == inf, nan != nan, inf // 1, 5 % inf, -5 % inf)
print(1 < 1.0, 1 <= 1.0, 1 != 1.0, 1.0 in {1}, {1: 'x'}[1.0])
print(-0.0 == 0.0, repr(-0.0), 0.0 is -0.0, str(0.0 * -1), -0.0 + 0.0, -0.0 - 0.0)

# expect: True True True True False True
# expect: False 0.30000000000000004 True 1e+16 False
# expect: 1 nan 1 [True, 1.5, 2, 3]
# expect: nan nan nan -inf True True nan 5.0 inf
# expect: False True False True x
# expect: True -0.0 False -0.0 0.0 -0.0
