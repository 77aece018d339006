def inner():
    x = yield 'i1'
    print('inner got', x)
    y = yield 'i2'
    print('inner got', y)
    return 'ret'
def outer():
    r = yield from inner()
    print('r =', r)
    yield from [1, 2]
    yield from 'ab'
    z = yield from ()
    print(z)
    return 'outer-ret'
g = outer()
print(next(g), g.send('A'), g.send('B'), next(g), next(g), next(g))
try: next(g)
except StopIteration as e: print(e.value)
def bad(): yield from 5
try: next(bad())
except TypeError as e: print(e)

# expect: inner got A
# expect: inner got B
# expect: r = ret
# expect: i1 i2 1 2 a b
# expect: None
# expect: outer-ret
# expect: 'int' object is not iterable
