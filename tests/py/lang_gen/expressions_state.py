def g():
    a = [1, 2, (yield 'x')]
    b = (yield a) + (yield 'y')
    c = f((yield 'arg'), k=(yield 'kw'))
    return a, b, c
def f(x, k): return x * k
i = g(); print(next(i), i.send(3), i.send(10), i.send(5), i.send(2))
try: i.send(4)
except StopIteration as e: print(e.value)
def t():
    try:
        with cm():
            x = yield 1
            raise ValueError(x)
    except ValueError as e:
        yield f'handled {e}'
class cm:
    def __enter__(s): print('enter')
    def __exit__(s, *a): print('exit', a[0].__name__)
j = t(); next(j); print(j.send('boom'))

# expect: x [1, 2, 3] y arg kw
# expect: ([1, 2, 3], 15, 8)
# expect: enter
# expect: exit ValueError
# expect: handled boom
