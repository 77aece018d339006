def f(x=(yield_val := 3)): return x
print(f())
def g(): 
    def h(a=(yield 'default')): return a
    print(h())
    class C:
        v = 'class'
    yield C.v
it = g(); print(next(it), it.send('sent'))
def k():
    d = {(yield 'k'): (yield 'v')}
    print(d)
    x = [0]
    x[(yield 'i')] = (yield 'val')
    print(x, f'{(yield "f")!r}')
    assert (yield 'a'), 'msg'
    return (yield 'r')
it = k(); r = next(it); out = [r]
for v in ['K', 'V', 'VAL', 0, 'F', True, 'R']:
    try: r = it.send(v); out.append(r)
    except StopIteration as e: out.append(('ret', e.value))
print(out)

# expect: 3
# expect: sent
# expect: default class
# expect: {'K': 'V'}
# expect: ['VAL'] 'F'
# expect: ['k', 'v', 'val', 'i', 'f', 'a', 'r', ('ret', 'R')]
