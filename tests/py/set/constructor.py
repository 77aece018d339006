def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: set())
t(lambda: set('aab') == {'a', 'b'})
t(lambda: set([1, 2, 1]))
t(lambda: {1, 2, 1})
t(lambda: frozenset())
t(lambda: frozenset([1]))
t(lambda: set(range(3)))
t(lambda: {*[1], *(2,)})
t(lambda: set({'a': 1}))
t(lambda: frozenset(frozenset([1])))
t(lambda: set(x for x in (1,)))
t(lambda: {1, 1.0, True})
t(lambda: len({0, False, 0.0}))
t(lambda: sorted(set('hello')))
t(lambda: repr(set()))
t(lambda: repr(frozenset([1])))
t(lambda: repr({1}))
t(lambda: {()})
t(lambda: frozenset('a'))
t(lambda: set(5))
t(lambda: set(1, 2))
t(lambda: set(x=1))
t(lambda: frozenset(5))
for e in ['{[]}', 'set([[]])', 'frozenset([{}])', '{1, [2]}', '{*[[]]}', '{set()}']:
    try: eval(e)
    except TypeError as x: print('set:', x)

# expect: set()
# expect: True
# expect: {1, 2}
# expect: {1, 2}
# expect: frozenset()
# expect: frozenset({1})
# expect: {0, 1, 2}
# expect: {1, 2}
# expect: {'a'}
# expect: frozenset({1})
# expect: {1}
# expect: {1}
# expect: 1
# expect: ['e', 'h', 'l', 'o']
# expect: 'set()'
# expect: 'frozenset({1})'
# expect: '{1}'
# expect: {()}
# expect: frozenset({'a'})
# expect: TypeError 'int' object is not iterable
# expect: TypeError set expected at most 1 argument, got 2
# expect: TypeError set() takes no keyword arguments
# expect: TypeError 'int' object is not iterable
# expect: set: cannot use 'list' as a set element (unhashable type: 'list')
# expect: set: cannot use 'list' as a set element (unhashable type: 'list')
# expect: set: cannot use 'dict' as a set element (unhashable type: 'dict')
# expect: set: cannot use 'list' as a set element (unhashable type: 'list')
# expect: set: cannot use 'list' as a set element (unhashable type: 'list')
# expect: set: cannot use 'set' as a set element (unhashable type: 'set')
