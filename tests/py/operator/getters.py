def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import operator as o
t(lambda: o.itemgetter(1)('abc'))
t(lambda: o.itemgetter(0, 2)('abc'))
t(lambda: o.itemgetter('a')({'a': 1}))
t(lambda: o.itemgetter(slice(1, 3))('abcd'))
t(lambda: o.attrgetter('real')(5))
t(lambda: o.attrgetter('real', 'imag')(1j))
t(lambda: o.attrgetter('__class__.__name__')(5))
t(lambda: o.methodcaller('upper')('a'))
t(lambda: o.methodcaller('split', ',', maxsplit=1)('a,b,c'))
t(lambda: sorted([(2, 'a'), (1, 'b')], key=o.itemgetter(0)))
t(lambda: list(map(o.itemgetter(-1), ['ab', 'cd'])))
t(lambda: repr(o.itemgetter(1, 2)))
t(lambda: repr(o.attrgetter('a.b')))
t(lambda: repr(o.methodcaller('m', 1, k=2)))
t(lambda: o.itemgetter(5)('ab'))
t(lambda: o.itemgetter())
t(lambda: o.attrgetter('nope')(5))
t(lambda: o.attrgetter(5))
t(lambda: o.methodcaller('nope')(5))
t(lambda: o.methodcaller())
t(lambda: o.methodcaller(5))
t(lambda: o.itemgetter('x')({}))

# expect: 'b'
# expect: ('a', 'c')
# expect: 1
# expect: 'bc'
# expect: 5
# expect: (0.0, 1.0)
# expect: 'int'
# expect: 'A'
# expect: ['a', 'b,c']
# expect: [(1, 'b'), (2, 'a')]
# expect: ['b', 'd']
# expect: 'operator.itemgetter(1, 2)'
# expect: "operator.attrgetter('a.b')"
# expect: "operator.methodcaller('m', 1, k=2)"
# expect: IndexError string index out of range
# expect: TypeError itemgetter expected 1 argument, got 0
# expect: AttributeError 'int' object has no attribute 'nope'
# expect: TypeError attribute name must be a string
# expect: AttributeError 'int' object has no attribute 'nope'
# expect: TypeError methodcaller needs at least one argument, the method name
# expect: TypeError method name must be a string
# expect: KeyError 'x'
