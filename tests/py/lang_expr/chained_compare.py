log = []
def v(x):
    log.append(x)
    return x
print(v(1) < v(2) < v(3)); print(log); log.clear()
print(v(3) < v(2) < v(1)); print(log); log.clear()
print(v(1) < v(5) > v(2) != v(9) >= v(9)); print(log); log.clear()
print(1 == 1 in [1], 1 < 2 in [2], 'a' in 'ab' in ['ab'])
class P:
    def __lt__(self, o): return 'lt'
    def __gt__(self, o): return []
print(P() < P() < 3, P() > P() < 1, P() < P())
x = None
print(x is None is not False, x is not None)
print(1 < 1.5 < 2 < 10**30 < float('inf'))

# expect: True
# expect: [1, 2, 3]
# expect: False
# expect: [3, 2]
# expect: True
# expect: [1, 5, 2, 9, 9]
# expect: True True True
# expect: lt [] lt
# expect: True False
# expect: True
