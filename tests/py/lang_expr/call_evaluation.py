def f(a, b=2, *c, d=4, **e): return (a, b, c, d, e)
print(f(1), f(1, 3), f(1, 3, 5, 6), f(1, d=9), f(a=1, b=0), f(1, z=26), f(*[1, 2, 3], **{'d': 5, 'q': 6}))
print(f(1, *[2], *(3, 4), d=1, **{'k': 1}))
def e(s):
    try: print(eval(s))
    except TypeError as x: print(x)
def g(a, b): pass
def h(*, k1, k2): pass
def p(x, /, y): return x, y
for s in ['g()', 'g(1)', 'g(1,2,3)', 'g(1, c=3)', 'g(1, a=2)', 'g(1, 2, b=3)', 'h()', 'h(k1=1)', 'h(1)', 'p(x=1, y=2)', 'p(1, y=2)', 'p(1)', 'f()', 'f(b=1)', 'len()', 'len(1, 2)', 'len(x=1)', 'print(foo=1)', 'g(*[1,2,3,4])', 'g(**{"a": 1})', 'int("1", bas=2)', 'abs()', '"".join()', '[].append(1, 2)', '[].pop(1, 2)', 'isinstance(1)', '{}.get()', 'range()', 'range(1,2,3,4)']:
    e(s)

# expect: (1, 2, (), 4, {}) (1, 3, (), 4, {}) (1, 3, (5, 6), 4, {}) (1, 2, (), 9, {}) (1, 0, (), 4, {}) (1, 2, (), 4, {'z': 26}) (1, 2, (3,), 5, {'q': 6})
# expect: (1, 2, (3, 4), 1, {'k': 1})
# expect: g() missing 2 required positional arguments: 'a' and 'b'
# expect: g() missing 1 required positional argument: 'b'
# expect: g() takes 2 positional arguments but 3 were given
# expect: g() got an unexpected keyword argument 'c'
# expect: g() got multiple values for argument 'a'
# expect: g() got multiple values for argument 'b'
# expect: h() missing 2 required keyword-only arguments: 'k1' and 'k2'
# expect: h() missing 1 required keyword-only argument: 'k2'
# expect: h() takes 0 positional arguments but 1 was given
# expect: p() got some positional-only arguments passed as keyword arguments: 'x'
# expect: (1, 2)
# expect: p() missing 1 required positional argument: 'y'
# expect: f() missing 1 required positional argument: 'a'
# expect: f() missing 1 required positional argument: 'a'
# expect: len() takes exactly one argument (0 given)
# expect: len() takes exactly one argument (2 given)
# expect: len() takes no keyword arguments
# expect: print() got an unexpected keyword argument 'foo'
# expect: g() takes 2 positional arguments but 4 were given
# expect: g() missing 1 required positional argument: 'b'
# expect: int() got an unexpected keyword argument 'bas'. Did you mean 'base'?
# expect: abs() takes exactly one argument (0 given)
# expect: str.join() takes exactly one argument (0 given)
# expect: list.append() takes exactly one argument (2 given)
# expect: pop expected at most 1 argument, got 2
# expect: isinstance expected 2 arguments, got 1
# expect: get expected at least 1 argument, got 0
# expect: range expected at least 1 argument, got 0
# expect: range expected at most 3 arguments, got 4
