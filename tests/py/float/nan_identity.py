# NaNs differ from each other, and each is the same as itself.
import copy
import math

x, y = float('nan'), float('nan')
print(x is x, x is y, x == x, x is math.nan)
print([x] == [x], [x] == [y], (x,) == (y,), {1: x} == {1: x}, {1: x} == {1: y})
print(x in [x], x in [y], [x, y, x].count(x), [y, x].index(x), len({x, y, x}), len({x: 1, y: 2}))
print(copy.deepcopy([x]) == [x], hash(x) == hash(x), max([x, 1]) is x, -x is x, x + 1 is x)
print([math.inf] == [float('inf')], [1e300] == [1e300], [-0.0] == [0.0])

# expect: True False False False
# expect: True False False True False
# expect: True False 2 1 2 2
# expect: True True True False False
# expect: True True True
