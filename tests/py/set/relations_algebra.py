def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

U = set(range(10)); A, B, C = {1, 2, 3}, {3, 4}, {1, 4, 9}
t(lambda: A | (B & C) == (A | B) & (A | C))
t(lambda: U - (A | B) == (U - A) & (U - B))
t(lambda: A ^ B == (A | B) - (A & B))
t(lambda: (A - B) - C == A - (B | C))
t(lambda: A ^ A == set())
t(lambda: A ^ set() == A)
t(lambda: len(A | B) == len(A) + len(B) - len(A & B))
t(lambda: A.isdisjoint(B - A))
t(lambda: {1} <= A <= U)
t(lambda: set() <= set())
t(lambda: sorted(map(sorted, (frozenset(s) for s in ({1}, {2, 3})))))
t(lambda: set.union(A, B, C) == A | B | C)
t(lambda: set.intersection(*[A, {1, 3}, {3}]))
t(lambda: set().union(*[[1], [2]]))
t(lambda: set.union(*[]) if 0 else 0)
t(lambda: set.union())
t(lambda: set.union([1], [2]))
t(lambda: frozenset.union({1}))

# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: [[1], [2, 3]]
# expect: True
# expect: {3}
# expect: {1, 2}
# expect: 0
# expect: TypeError unbound method set.union() needs an argument
# expect: TypeError descriptor 'union' for 'set' objects doesn't apply to a 'list' object
# expect: TypeError descriptor 'union' for 'frozenset' objects doesn't apply to a 'set' object
