def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def g(n): yield from range(n)
a, b = g(2); *c, d = g(3); (e, f), h = g(2), 1; print(a, b, c, d, e, f, h)
for n in (1, 4):
    try: a, b = g(n)
    except ValueError as x: print(x)
for n in (0, 1):
    try: a, *b, c = g(n)
    except ValueError as x: print(x)
def boom(): yield 1; raise KeyError('mid')
try: a, b = boom()
except KeyError as x: print(repr(x))
t(lambda: [*g(2), *g(1)])
t(lambda: {*g(2)})
t(lambda: (*g(2),))
t(lambda: max(*g(3)))
t(lambda: print(*g(3)))
t(lambda: dict(zip(g(2), g(2))))
t(lambda: sum([*map(lambda x: x * 2, g(3))]))
t(lambda: [(a, b) for a, b in zip(g(2), 'xy')])
t(lambda: list(zip(*[g(2), g(2)])))

# expect: 0 1 [0, 1] 2 0 1 1
# expect: not enough values to unpack (expected 2, got 1)
# expect: too many values to unpack (expected 2)
# expect: not enough values to unpack (expected at least 2, got 0)
# expect: not enough values to unpack (expected at least 2, got 1)
# expect: KeyError('mid')
# expect: [0, 1, 0]
# expect: {0, 1}
# expect: (0, 1)
# expect: 2
# expect: 0 1 2
# expect: None
# expect: {0: 0, 1: 1}
# expect: 6
# expect: [(0, 'x'), (1, 'y')]
# expect: [(0, 0), (1, 1)]
