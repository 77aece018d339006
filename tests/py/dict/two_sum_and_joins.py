def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def two(l, t2):
    seen = {}
    for i, x in enumerate(l):
        if t2 - x in seen: return seen[t2 - x], i
        seen[x] = i
t(lambda: two([2, 7, 11, 15], 9))
t(lambda: two([1, 2], 9))
users = {1: 'ann', 2: 'bob'}; orders = [(1, 'pen'), (2, 'ink'), (1, 'cap'), (3, 'x')]
t(lambda: [(users.get(u, '?'), o) for u, o in orders])
t(lambda: {users[u]: [o for v, o in orders if v == u] for u in users})
idx = {}
for n, line in enumerate(['a b', 'b c', 'a c c']):
    for w in line.split(): idx.setdefault(w, []).append(n)
t(lambda: idx)
t(lambda: {w: sorted(set(l)) for w, l in idx.items()})
t(lambda: [w for w, l in idx.items() if len(set(l)) == 2])
d = dict(a=3, b=1, c=2)
t(lambda: sorted(d, key=d.__getitem__))
t(lambda: [k for k, v in sorted(d.items(), key=lambda kv: kv[1])])
t(lambda: dict(sorted(d.items(), key=lambda kv: kv[1], reverse=True)))
t(lambda: max(d.values()))
t(lambda: list(zip(*d.items())))
t(lambda: {v: k for k, v in d.items()}[2])
t(lambda: list(map(d.get, 'abz')))

# expect: (0, 1)
# expect: None
# expect: [('ann', 'pen'), ('bob', 'ink'), ('ann', 'cap'), ('?', 'x')]
# expect: {'ann': ['pen', 'cap'], 'bob': ['ink']}
# expect: {'a': [0, 2], 'b': [0, 1], 'c': [1, 2, 2]}
# expect: {'a': [0, 2], 'b': [0, 1], 'c': [1, 2]}
# expect: ['a', 'b', 'c']
# expect: ['b', 'c', 'a']
# expect: ['b', 'c', 'a']
# expect: {'a': 3, 'c': 2, 'b': 1}
# expect: 3
# expect: [('a', 'b', 'c'), (3, 1, 2)]
# expect: 'c'
# expect: [3, 1, None]
