def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {'a': 1, 'b': 2}
t(lambda: list(iter(d.keys())))
t(lambda: next(iter(d.items())))
t(lambda: list(reversed(d.values())))
t(lambda: [*d.items()])
t(lambda: iter(d).__length_hint__())
t(lambda: list(map(lambda kv: kv[0] * kv[1], d.items())))
t(lambda: max(d, key=d.get))
t(lambda: list(zip(d, d.values())))
t(lambda: sorted(d.items(), key=lambda x: -x[1]))
t(lambda: sum(d.values()))
t(lambda: dict(reversed(d.items())))
t(lambda: any(v > 1 for v in d.values()))
t(lambda: {v: k for k, v in d.items()})
t(lambda: list(enumerate(d)))
t(lambda: tuple(d.keys()))
it = iter(d); d['c'] = 3
t(lambda: next(it))
it = iter(d.items()); next(it); d['a'] = 100; print(next(it)); del d['c']
t(lambda: next(it))
it = reversed(d); print(next(it)); d.clear()
t(lambda: next(it))

# expect: ['a', 'b']
# expect: ('a', 1)
# expect: [2, 1]
# expect: [('a', 1), ('b', 2)]
# expect: 2
# expect: ['a', 'bb']
# expect: 'b'
# expect: [('a', 1), ('b', 2)]
# expect: [('b', 2), ('a', 1)]
# expect: 3
# expect: {'b': 2, 'a': 1}
# expect: True
# expect: {1: 'a', 2: 'b'}
# expect: [(0, 'a'), (1, 'b')]
# expect: ('a', 'b')
# expect: RuntimeError dictionary changed size during iteration
# expect: ('b', 2)
# expect: RuntimeError dictionary changed size during iteration
# expect: b
# expect: RuntimeError dictionary changed size during iteration
