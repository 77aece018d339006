def g():
    x = yield
    print('got', x)
    y = (yield x) or 'default'
    print('got', y)
    z = [(yield 1), (yield 2)]
    print(z)
    return (yield from sub()) + 1
def sub():
    v = yield 'sub'
    return v
it = g()
print(next(it), it.send('a'), it.send(None), it.send('p'), it.send('q'))
try: it.send(41)
except StopIteration as e: print(e.value)
def h():
    print((yield), end=';')
    print((yield 1,), end=';')
    x = yield 2, 3
    return x
i = h(); next(i)
print(i.send('s'), i.send('t'))
def e():
    yield
    yield (yield)
    yield [(yield 3)] if True else 5
print(list(e()))

# expect: got a
# expect: got default
# expect: ['p', 'q']
# expect: None a 1 2 sub
# expect: 42
# expect: s;t;(1,) (2, 3)
# expect: [None, None, None, 3, [None]]
