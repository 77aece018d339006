def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import operator as o, functools, itertools
t(lambda: functools.reduce(o.mul, range(1, 6)))
t(lambda: list(itertools.accumulate([1, 2, 3], o.sub)))
t(lambda: sum(map(o.mul, [1, 2], [3, 4])))
t(lambda: list(map(o.not_, [0, 1])))
t(lambda: sorted('bA', key=o.methodcaller('lower')))
t(lambda: max([{'n': 1}, {'n': 5}], key=o.itemgetter('n')))
t(lambda: list(itertools.starmap(o.pow, [(2, 3), (3, 2)])))
t(lambda: functools.reduce(o.getitem, ['a', 'b', 0], {'a': {'b': ['deep']}}))
t(lambda: functools.reduce(o.or_, [{1}, {2}]))
t(lambda: all(map(o.lt, [1, 2], [2, 3])))
t(lambda: list(map(o.attrgetter('__name__'), [int, str])))
t(lambda: {s: f(7, 2) for s, f in {'+': o.add, '//': o.floordiv, '%': o.mod}.items()})

# expect: 120
# expect: [1, -1, -4]
# expect: 11
# expect: [True, False]
# expect: ['A', 'b']
# expect: {'n': 5}
# expect: [8, 9]
# expect: 'deep'
# expect: {1, 2}
# expect: True
# expect: ['int', 'str']
# expect: {'+': 9, '//': 3, '%': 1}
