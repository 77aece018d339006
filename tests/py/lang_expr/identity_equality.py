a = [1]; b = [1]; c = a
print(a == b, a is b, a is c, a != b, a is not b)
print(None is None, None == 0, () == [], (1, 2) == (1, 2.0), [1, 2] == [1, True + 1])
print(1 == 1.0 == True, hash(1) == hash(1.0), 'a' == b'a', {1, 2} == frozenset([2, 1]))
n = float('nan')
print(n == n, n is n, n != n, n in [n], [n] == [n], (n,) == (n,), {n: 1} == {n: 1}, n < 1)
print({'a': 1, 'b': 2} == {'b': 2, 'a': 1}, [1] != (1,), range(3) == range(0, 3, 1), range(0) == range(2, 2))
class E:
    def __eq__(self, o): return 'eq'
print(E() == 1, 1 == E(), E() != 1, [E()] == [2])
class N:
    def __eq__(self, o): return NotImplemented
n1 = N()
print(n1 == n1, n1 == N(), n1 != 3, 3 == n1)
print(... is Ellipsis, NotImplemented is NotImplemented, () is ())

# expect: True False True False True
# expect: True False False True True
# expect: True True False True
# expect: False True True True True True True False
# expect: True True True True
# expect: eq eq False True
# expect: True False True False
# expect: True True True
