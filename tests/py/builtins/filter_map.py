def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list(filter(None, [0, 1, '', 'a'])))
t(lambda: list(filter(lambda x: x > 1, [1, 2, 3])))
t(lambda: list(map(str, [1, 2])))
t(lambda: list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])))
t(lambda: list(map(pow, [2, 3], [3, 2])))
t(lambda: list(filter(str.isdigit, 'a1b2')))
t(lambda: list(map(None, [])) if 0 else 1)
t(lambda: list(map(max, [[1, 2], [3]])))
t(lambda: map())
t(lambda: map(str))
t(lambda: map(str, 5))
t(lambda: filter(None))
t(lambda: filter(None, 5))
t(lambda: filter())
t(lambda: list(map(None, [1])))
t(lambda: list(map(5, [1])))
t(lambda: list(filter(5, [1])))
t(lambda: list(map(int, ['1', 'x'])))
t(lambda: next(map(str, [])))
t(lambda: list(map(lambda a: a, [1], [2])))
t(lambda: filter(lambda: 1, [1]).__next__())

# expect: [1, 'a']
# expect: [2, 3]
# expect: ['1', '2']
# expect: [4, 6]
# expect: [8, 9]
# expect: ['1', '2']
# expect: 1
# expect: [2, 3]
# expect: TypeError map() must have at least two arguments.
# expect: TypeError map() must have at least two arguments.
# expect: TypeError 'int' object is not iterable
# expect: TypeError filter expected 2 arguments, got 1
# expect: TypeError 'int' object is not iterable
# expect: TypeError filter expected 2 arguments, got 0
# expect: TypeError 'NoneType' object is not callable
# expect: TypeError 'int' object is not callable
# expect: TypeError 'int' object is not callable
# expect: ValueError invalid literal for int() with base 10: 'x'
# expect: StopIteration 
# expect: TypeError <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 were given
# expect: TypeError <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
