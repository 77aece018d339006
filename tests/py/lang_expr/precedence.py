print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, -2 ** 2, 2 ** -1)
print(not 1 == 2, not True or True, 1 or 0 and 0)
print(1 | 2 ^ 3 & 4 << 1 + 1, ~1 + 2, -~5, +-+3)
print(7 // 2 * 2 + 7 % 2, -7 // 2, -7 % 3, 7 % -3)
print(1 < 2 == True, (1 < 2) == True, 1 in [1] == True)
print(5 if 0 else 6 if 0 else 7)
f = lambda x: x if x else -1
print(f(0), f(3))
print(1 if True else 2, (lambda: 1)(), [*range(3), 4][1:][0])
print(3 - 2 - 1, 100 / 10 / 2, 2 << 1 << 1, 256 >> 2 >> 1)
print(not not 3, - - 4, 10 - -3)

# expect: 14 20 512 -4 0.5
# expect: True True 1
# expect: 3 0 6 -3
# expect: 7 -4 2 -2
# expect: False True False
# expect: 7
# expect: -1 3
# expect: 1 1 1
# expect: 0 5.0 8 32
# expect: True 4 13
