def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

seen = set(); out = [x for x in [3, 1, 3, 2, 1] if not (x in seen or seen.add(x))]
t(lambda: out)
g = {'a': {'b', 'c'}, 'b': {'d'}, 'c': {'d'}, 'd': {'a'}, 'e': set()}
def reach(n):
    todo, done = {n}, set()
    while todo: x = todo.pop(); done.add(x); todo |= g[x] - done
    return sorted(done)
t(lambda: {n: reach(n) for n in g})
def sieve(n):
    s = set(range(2, n))
    for i in range(2, int(n ** .5) + 1): s -= set(range(i * i, n, i))
    return sorted(s)
t(lambda: sieve(40))
def powerset(s): l = [frozenset()]; [l.extend([x | {e} for x in l]) for e in sorted(s)]; return l
t(lambda: len(powerset({1, 2, 3, 4})))
t(lambda: sorted(map(sorted, powerset({1, 2}))))
t(lambda: sorted(set('abracadabra') - set('bcd')))
t(lambda: {1, 2} & {2, 3} & {2})
t(lambda: len({tuple(sorted(w)) for w in ['ab', 'ba', 'abc', 'cab']}))

# expect: [3, 1, 2]
# expect: {'a': ['a', 'b', 'c', 'd'], 'b': ['a', 'b', 'c', 'd'], 'c': ['a', 'b', 'c', 'd'], 'd': ['a', 'b', 'c', 'd'], 'e': ['e']}
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
# expect: 16
# expect: [[], [1], [1, 2], [2]]
# expect: ['a', 'r']
# expect: {2}
# expect: 2
