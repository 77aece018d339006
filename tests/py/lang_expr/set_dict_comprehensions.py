print({x % 3 for x in range(10)})
print({k: v for k, v in zip('abc', range(3))})
print({v: k for k, v in {'a': 1, 'b': 2}.items()})
print({x: [y for y in range(x)] for x in range(3)})
print(sorted({c.lower() for c in 'Hello World' if c.isalpha()}))
print({k: k2 for k in 'ab' for k2 in 'xy'})
print(len({*range(3), *range(2, 6)}))
def side(n, log=[]):
    log.append(n); return n
print({side(1): side(2) for _ in range(1)}, side.__defaults__)
print({(i, j): i * j for i in range(2) for j in range(2)})
try:
    {[]: 1 for _ in range(1)}
except TypeError as e: print('dict:', e)
try:
    {[] for _ in range(1)}
except TypeError as e: print('set:', e)

# expect: {0, 1, 2}
# expect: {'a': 0, 'b': 1, 'c': 2}
# expect: {1: 'a', 2: 'b'}
# expect: {0: [], 1: [0], 2: [0, 1]}
# expect: ['d', 'e', 'h', 'l', 'o', 'r', 'w']
# expect: {'a': 'y', 'b': 'y'}
# expect: 6
# expect: {1: 2} ([1, 2],)
# expect: {(0, 0): 0, (0, 1): 0, (1, 0): 0, (1, 1): 1}
# expect: dict: cannot use 'list' as a dict key (unhashable type: 'list')
# expect: set: cannot use 'list' as a set element (unhashable type: 'list')
