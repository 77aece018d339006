def t(s):
    try: exec(s)
    except ValueError as e: print(s, '|', e)
t('a, b = [1, 2, 3]')
t('a, b = (1, 2, 3, 4)')
t('a, = {1: 1, 2: 2}')
t('a, b = iter([1, 2, 3])')
t('a, b = "xyz"')
t('[] = [1, 2]')
for p in [(1, 2, 3)]:
    try:
        for a, b in [p]: pass
    except ValueError as e: print('for:', e)
# since-3.14: a, b = [1, 2, 3] | too many values to unpack (expected 2) => a, b = [1, 2, 3] | too many values to unpack (expected 2, got 3)
# since-3.14: (1, 2, 3, 4) | too many values to unpack (expected 2) => (1, 2, 3, 4) | too many values to unpack (expected 2, got 4)
# since-3.14: 2: 2} | too many values to unpack (expected 1) => 2: 2} | too many values to unpack (expected 1, got 2)
# since-3.14: [1, 2] | too many values to unpack (expected 0) => [1, 2] | too many values to unpack (expected 0, got 2)
# since-3.14: for: too many values to unpack (expected 2) => for: too many values to unpack (expected 2, got 3)

# expect: a, b = [1, 2, 3] | too many values to unpack (expected 2, got 3)
# expect: a, b = (1, 2, 3, 4) | too many values to unpack (expected 2, got 4)
# expect: a, = {1: 1, 2: 2} | too many values to unpack (expected 1, got 2)
# expect: a, b = iter([1, 2, 3]) | too many values to unpack (expected 2)
# expect: a, b = "xyz" | too many values to unpack (expected 2)
# expect: [] = [1, 2] | too many values to unpack (expected 0, got 2)
# expect: for: too many values to unpack (expected 2, got 3)
