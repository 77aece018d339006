def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import functools, operator
t(lambda: functools.reduce(operator.add, [1, 2, 3]))
t(lambda: functools.reduce(lambda a, b: a * b, range(1, 6), 1))
t(lambda: functools.reduce(max, [3]))
t(lambda: functools.reduce(operator.add, [], 'x'))
t(lambda: functools.reduce(lambda a, b: [b] + a, 'abc', []))
t(lambda: functools.reduce(lambda f, g: lambda x: g(f(x)), [abs, str, len])(-123))
t(lambda: functools.reduce(operator.add, []))
t(lambda: functools.reduce(operator.add, 5))
t(lambda: functools.reduce(5, [1, 2]))
t(lambda: functools.reduce(operator.add, [1, 'a']))
t(lambda: functools.reduce())

# since-3.14: TypeError reduce expected at least 2 arguments, got 0 => TypeError reduce() takes at least 2 positional arguments (0 given)
# expect: 6
# expect: 120
# expect: 3
# expect: 'x'
# expect: ['c', 'b', 'a']
# expect: 3
# expect: TypeError reduce() of empty iterable with no initial value
# expect: TypeError reduce() arg 2 must support iteration
# expect: TypeError 'int' object is not callable
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError reduce() takes at least 2 positional arguments (0 given)
