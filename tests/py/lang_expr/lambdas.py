print((lambda: 1)(), (lambda x: x + 1)(2), (lambda x, y=3: x * y)(2), (lambda *a: a)(1, 2), (lambda **k: k)(a=1))
print((lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3))
print(list(map(lambda p: p[0] + p[1], [(1, 2), (3, 4)])))
comp = lambda f, g: lambda x: f(g(x))
print(comp(lambda x: x + 1, lambda x: x * 2)(5))
fact = (lambda f: (lambda x: x(x))(lambda y: f(lambda v: y(y)(v))))(lambda s: lambda n: 1 if n < 2 else n * s(n - 1))
print(fact(10))
l = lambda: (yield 5)
print(list(l()))
print(l.__name__, (lambda: 0).__qualname__)
def o():
    return lambda: 0
print(o().__qualname__, sorted([3, -2, 1], key=lambda v: v * v))
for s in ['(lambda: 1)(2)', '(lambda x: x)()', '(lambda *, k: k)()', '(lambda a, b: 0)(1)']:
    try: eval(s)
    except TypeError as e: print(e)

# expect: 1 3 6 (1, 2) {'a': 1}
# expect: (1, 2, 3)
# expect: [3, 7]
# expect: 11
# expect: 3628800
# expect: [5]
# expect: <lambda> <lambda>
# expect: o.<locals>.<lambda> [1, -2, 3]
# expect: <lambda>() takes 0 positional arguments but 1 was given
# expect: <lambda>() missing 1 required positional argument: 'x'
# expect: <lambda>() missing 1 required keyword-only argument: 'k'
# expect: <lambda>() missing 1 required positional argument: 'b'
