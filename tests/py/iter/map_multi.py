def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list(map(lambda *a: a, 'ab', [1, 2, 3])))
t(lambda: list(map(max, [1, 5], [3, 2])))
t(lambda: list(map(str, ())))
t(lambda: list(map(lambda x: x, iter('ab'))))
m = map(print, 'ab'); next(m); print(list(m))
m = map(lambda x: 1 / x, [1, 0, 2]); print(next(m))
t(lambda: next(m))
t(lambda: next(m))
t(lambda: next(m, 'end'))
t(lambda: map(5, [1]).__next__())
t(lambda: map(len, [5]).__next__())

# expect: [('a', 1), ('b', 2)]
# expect: [3, 5]
# expect: []
# expect: ['a', 'b']
# expect: a
# expect: b
# expect: [None]
# expect: 1.0
# expect: ZeroDivisionError division by zero
# expect: 0.5
# expect: 'end'
# expect: TypeError 'int' object is not callable
# expect: TypeError object of type 'int' has no len()
