def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = [1, 2, 3, 2, 1, 'a', None, 2.0]
t(lambda: l.index(2))
t(lambda: l.index(2, 2))
t(lambda: l.index(1, 1))
t(lambda: l.index('a', 3, 6))
t(lambda: l.index(None))
t(lambda: l.index(3, -6))
t(lambda: l.count(2))
t(lambda: l.count(None))
t(lambda: l.count('z'))
t(lambda: [[1]].count([1]))
t(lambda: [float('nan')].count(float('nan')))
t(lambda: [1, 2].index(5))
t(lambda: [1, 2].index('x', 0, 1))
t(lambda: [].index(1))
t(lambda: [1].index(1, 1))
t(lambda: [1].index(1, 'a'))
t(lambda: [1].index())
t(lambda: [1].count())
t(lambda: 2 in l)
t(lambda: 5 not in l)
t(lambda: [1] in [[1]])
t(lambda: '' in [''])

# expect: 1
# expect: 3
# expect: 4
# expect: 5
# expect: 6
# expect: 2
# expect: 3
# expect: 1
# expect: 0
# expect: 1
# expect: 0
# expect: ValueError list.index(x): x not in list
# expect: ValueError list.index(x): x not in list
# expect: ValueError list.index(x): x not in list
# expect: ValueError list.index(x): x not in list
# expect: TypeError slice indices must be integers or have an __index__ method
# expect: TypeError index expected at least 1 argument, got 0
# expect: TypeError list.count() takes exactly one argument (0 given)
# expect: True
# expect: True
# expect: True
# expect: True
