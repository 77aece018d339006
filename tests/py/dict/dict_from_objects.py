def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class P:
    x = 1
    def __init__(s): s.a, s.b = 1, 2
    def items(s): return vars(s).items()
t(lambda: dict(P().items()))
t(lambda: dict(vars(P())))
t(lambda: {k: v for k, v in vars(P).items() if not k.startswith('__') and not callable(v)})
class It:
    def __iter__(s): yield 'k', 1; yield ['j', 2]
t(lambda: dict(It()))
t(lambda: dict(enumerate('ab')))
t(lambda: dict(zip('ab', 'cd')))
t(lambda: dict(map(lambda x: (x, x * 2), [1, 2])))
t(lambda: dict([('a', 1), ('a', 2)]))
t(lambda: dict({'a': 1}.items()))
t(lambda: dict(((i, i ** 2) for i in range(3)), z=0))
t(lambda: dict(a=1, **{'b': 2}))
t(lambda: dict(a=1, **{'a': 2}))
t(lambda: dict([['a', 'b', 'c']]))
t(lambda: dict([None]))
t(lambda: dict([[]]))
t(lambda: dict(iter([('x', 1)])))

# expect: {'a': 1, 'b': 2}
# expect: {'a': 1, 'b': 2}
# expect: {'x': 1}
# expect: {'k': 1, 'j': 2}
# expect: {0: 'a', 1: 'b'}
# expect: {'a': 'c', 'b': 'd'}
# expect: {1: 2, 2: 4}
# expect: {'a': 2}
# expect: {'a': 1}
# expect: {0: 0, 1: 1, 2: 4, 'z': 0}
# expect: {'a': 1, 'b': 2}
# expect: TypeError dict() got multiple values for keyword argument 'a'
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 0; 2 is required
# expect: {'x': 1}
