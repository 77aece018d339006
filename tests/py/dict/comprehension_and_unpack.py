def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: {x: x ** 2 for x in range(5)})
t(lambda: {k: v for v, k in enumerate('abc')})
t(lambda: {len(w): w for w in ['a', 'bb', 'c']})
t(lambda: {k: v for k, v in {'a': 1, 'b': 2}.items() if v > 1})
t(lambda: {(a, b): a * b for a in (1, 2) for b in (3, 4)})
t(lambda: {**{}, **{'a': 1}, 'b': 2, **dict(c=3)})
t(lambda: {k: {j: j * k for j in range(2)} for k in range(2)})
t(lambda: {i: (lambda: i)() for i in range(2)})
def f(**kw): return kw
t(lambda: f(**{'a': 1}, b=2))
t(lambda: f(**dict(zip('xy', (1, 2)))))
t(lambda: [*{'a': 1, 'b': 2}])
t(lambda: (lambda a, b: a + b)(**{'a': 1, 'b': 2}))
a, b = {'x': 1, 'y': 2}; print(a, b)
first, *rest = {'p': 1, 'q': 2, 'r': 3}.items(); print(first, rest)

# expect: {0: 0, 1: 1, 2: 4, 3: 9, 4: 16}
# expect: {'a': 0, 'b': 1, 'c': 2}
# expect: {1: 'c', 2: 'bb'}
# expect: {'b': 2}
# expect: {(1, 3): 3, (1, 4): 4, (2, 3): 6, (2, 4): 8}
# expect: {'a': 1, 'b': 2, 'c': 3}
# expect: {0: {0: 0, 1: 0}, 1: {0: 0, 1: 1}}
# expect: {0: 0, 1: 1}
# expect: {'a': 1, 'b': 2}
# expect: {'x': 1, 'y': 2}
# expect: ['a', 'b']
# expect: 3
# expect: x y
# expect: ('p', 1) [('q', 2), ('r', 3)]
