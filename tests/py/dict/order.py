def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {}
for x in 'zebra': d[x] = ord(x)
t(lambda: list(d))
t(lambda: list(d.values()))
t(lambda: list(reversed(d)))
t(lambda: d == dict(sorted(d.items())))
t(lambda: list(sorted(d.items(), key=lambda p: -p[1])))
del d['e']; d['e'] = 0; d['z'] = 1; print(list(d))
d2 = {k: v for k, v in sorted(d.items())}; print(d2, next(iter(d2)), list(d2)[-1])
for i in range(20): d[i] = i
for i in range(0, 20, 2): del d[i]
t(lambda: list(d))
d.update({'z': 5, 'new': 6}); print(list(d)[:3], list(d)[-1])

# expect: ['z', 'e', 'b', 'r', 'a']
# expect: [122, 101, 98, 114, 97]
# expect: ['a', 'r', 'b', 'e', 'z']
# expect: True
# expect: [('z', 122), ('r', 114), ('e', 101), ('b', 98), ('a', 97)]
# expect: ['z', 'b', 'r', 'a', 'e']
# expect: {'a': 97, 'b': 98, 'e': 0, 'r': 114, 'z': 1} a z
# expect: ['z', 'b', 'r', 'a', 'e', 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]
# expect: ['z', 'b', 'r'] new
