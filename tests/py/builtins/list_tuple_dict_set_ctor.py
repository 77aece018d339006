def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list('ab'))
t(lambda: tuple('ab'))
t(lambda: dict(a=1))
t(lambda: set('a'))
t(lambda: frozenset('a'))
t(lambda: list())
t(lambda: tuple())
t(lambda: dict())
t(lambda: set())
t(lambda: list((x for x in (1,))))
t(lambda: dict([(1, 2)]))
t(lambda: tuple([1]))
t(lambda: list(5))
t(lambda: tuple(5))
t(lambda: dict(5))
t(lambda: set(5))
t(lambda: dict([1]))
t(lambda: list(1, 2))
t(lambda: tuple(a=1))
t(lambda: set(a=1))
t(lambda: dict([(1, 2, 3)]))
t(lambda: frozenset(1, 2))

# expect: ['a', 'b']
# expect: ('a', 'b')
# expect: {'a': 1}
# expect: {'a'}
# expect: frozenset({'a'})
# expect: []
# expect: ()
# expect: {}
# expect: set()
# expect: [1]
# expect: {1: 2}
# expect: (1,)
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: TypeError list expected at most 1 argument, got 2
# expect: TypeError tuple() takes no keyword arguments
# expect: TypeError set() takes no keyword arguments
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError frozenset expected at most 1 argument, got 2
