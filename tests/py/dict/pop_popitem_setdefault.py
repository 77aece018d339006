def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {'a': 1, 'b': 2, 'c': 3}
t(lambda: d.pop('a'))
t(lambda: d.pop('z', None))
t(lambda: d.pop('z', 'dflt'))
t(lambda: d.popitem())
t(lambda: d)
t(lambda: d.setdefault('b', 9))
t(lambda: d.setdefault('n'))
t(lambda: d.setdefault('m', []).append(1))
t(lambda: d)
t(lambda: d.popitem())
t(lambda: d.popitem())
t(lambda: d.popitem())
t(lambda: d.popitem())
t(lambda: d.pop('a'))
t(lambda: d.pop())
t(lambda: d.pop(1, 2, 3))
t(lambda: d.setdefault())
t(lambda: {}.pop('k', default=1))
d = {i: i for i in range(5)}; d.popitem(); d[9] = 9; d.pop(0); print(d, d.popitem())

# expect: 1
# expect: None
# expect: 'dflt'
# expect: ('c', 3)
# expect: {'b': 2}
# expect: 2
# expect: None
# expect: None
# expect: {'b': 2, 'n': None, 'm': [1]}
# expect: ('m', [1])
# expect: ('n', None)
# expect: ('b', 2)
# expect: KeyError 'popitem(): dictionary is empty'
# expect: KeyError 'a'
# expect: TypeError pop expected at least 1 argument, got 0
# expect: TypeError pop expected at most 2 arguments, got 3
# expect: TypeError setdefault expected at least 1 argument, got 0
# expect: TypeError dict.pop() takes no keyword arguments
# expect: {1: 1, 2: 2, 3: 3} (9, 9)
