def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: dict())
t(lambda: dict(a=1))
t(lambda: dict([('a', 1), ['b', 2]]))
t(lambda: dict({'x': 1}, y=2))
t(lambda: dict(zip('ab', [1, 2])))
t(lambda: dict(['ab', 'cd']))
t(lambda: {})
t(lambda: {'a': 1, 'a': 2})
t(lambda: {1: 'a', 1.0: 'b', True: 'c'})
t(lambda: dict(dict(a=1)))
t(lambda: dict({}, **{'k y': 1}))
t(lambda: dict.fromkeys('ab'))
t(lambda: dict.fromkeys([1, 2], 0))
t(lambda: dict.fromkeys({}))
t(lambda: {**{'a': 1}, 'b': 2})
t(lambda: dict(5))
t(lambda: dict([1]))
t(lambda: dict(['abc']))
t(lambda: dict([(1,)]))
t(lambda: dict('a'))
t(lambda: dict({}, {}))
t(lambda: dict(None))
t(lambda: dict(**{1: 2}))
t(lambda: dict.fromkeys(5))
t(lambda: dict.fromkeys())
t(lambda: dict([(1, 2, 3)]))
t(lambda: dict(type('K', (), {'keys': lambda s: ['q'], '__getitem__': lambda s, k: k * 2})()))
t(lambda: dict(type('K', (), {'keys': lambda s: ['q']})()))

# expect: {}
# expect: {'a': 1}
# expect: {'a': 1, 'b': 2}
# expect: {'x': 1, 'y': 2}
# expect: {'a': 1, 'b': 2}
# expect: {'a': 'b', 'c': 'd'}
# expect: {}
# expect: {'a': 2}
# expect: {1: 'c'}
# expect: {'a': 1}
# expect: {'k y': 1}
# expect: {'a': None, 'b': None}
# expect: {1: 0, 2: 0}
# expect: {}
# expect: {'a': 1, 'b': 2}
# expect: TypeError 'int' object is not iterable
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: ValueError dictionary update sequence element #0 has length 1; 2 is required
# expect: ValueError dictionary update sequence element #0 has length 1; 2 is required
# expect: TypeError dict expected at most 1 argument, got 2
# expect: TypeError 'NoneType' object is not iterable
# expect: TypeError keywords must be strings
# expect: TypeError 'int' object is not iterable
# expect: TypeError fromkeys expected at least 1 argument, got 0
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: {'q': 'qq'}
# expect: TypeError 'K' object is not subscriptable
