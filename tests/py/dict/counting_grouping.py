def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

words = 'the cat the dog a cat the end'.split()
c = {}
for w in words: c[w] = c.get(w, 0) + 1
t(lambda: c)
t(lambda: sorted(c.items(), key=lambda p: (-p[1], p[0])))
t(lambda: max(c, key=c.get))
t(lambda: sorted(c, key=c.get, reverse=True)[:2])
g = {}
for w in words: g.setdefault(len(w), []).append(w)
t(lambda: g)
t(lambda: {k: sorted(set(v)) for k, v in g.items()})
t(lambda: {v: k for k, v in c.items()})
inv = {}
for k, v in c.items(): inv.setdefault(v, set()).add(k)
t(lambda: {k: sorted(v) for k, v in sorted(inv.items())})
t(lambda: sum(c.values()))
t(lambda: min(c.items(), key=lambda p: p[1]))
t(lambda: {k: v / len(words) for k, v in c.items()})
t(lambda: dict(sorted(c.items())[:2]))
t(lambda: any(v > 2 for v in c.values()))
t(lambda: list(filter(lambda k: c[k] == 1, c)))

# expect: {'the': 3, 'cat': 2, 'dog': 1, 'a': 1, 'end': 1}
# expect: [('the', 3), ('cat', 2), ('a', 1), ('dog', 1), ('end', 1)]
# expect: 'the'
# expect: ['the', 'cat']
# expect: {3: ['the', 'cat', 'the', 'dog', 'cat', 'the', 'end'], 1: ['a']}
# expect: {3: ['cat', 'dog', 'end', 'the'], 1: ['a']}
# expect: {3: 'the', 2: 'cat', 1: 'end'}
# expect: {1: ['a', 'dog', 'end'], 2: ['cat'], 3: ['the']}
# expect: 8
# expect: ('dog', 1)
# expect: {'the': 0.375, 'cat': 0.25, 'dog': 0.125, 'a': 0.125, 'end': 0.125}
# expect: {'a': 1, 'cat': 2}
# expect: True
# expect: ['dog', 'a', 'end']
