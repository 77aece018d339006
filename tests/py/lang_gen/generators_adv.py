def g():
    try:
        while True:
            try:
                x = (yield)
                print('got', x)
            except ValueError as e:
                print('caught', e)
                yield 'recovered'
    finally:
        print('cleanup')
c = g()
next(c)
c.send(1)
print(c.throw(ValueError('v')))
next(c)
c.close()
def sub():
    r = (yield 1)
    print('sub got', r)
    return 'ret'
def main():
    v = (yield from sub())
    print('v', v)
    yield from [2, 3]
    return 'end'
m = main()
print(next(m))
print(m.send('S'))
print(list(m))
def f():
    return (yield)
h = f()
next(h)
try:
    h.send('val')
except StopIteration as e:
    print(e.value, e.args)
def bad():
    yield 1
    raise StopIteration('x')
b = bad()
next(b)
try:
    next(b)
except RuntimeError as e:
    print(e, repr(e.__cause__))
gen = (i * i for i in range(3))
print(gen.__name__, gen.gi_running, gen.gi_frame is not None, list(gen), gen.gi_frame)
def ge():
    yield
x = ge()
try:
    x.send(1)
except TypeError as e:
    print(e)
x.close()
try:
    next(x)
except StopIteration:
    print('stopped')
def ig():
    try:
        yield 1
    except GeneratorExit:
        yield 2
y = ig()
next(y)
try:
    y.close()
except RuntimeError as e:
    print(e)
def pipeline(*fs):
    def run(it):
        for f in fs:
            it = f(it)
        return it
    return run
print(list(pipeline(lambda it: (x + 1 for x in it), lambda it: (x * 2 for x in it if x % 2))(range(10))))
def re_enter():
    try:
        next(z)
    except ValueError as e:
        print(e)
    yield
z = re_enter()
next(z)
def tree(t):
    if t:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])
print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))
def throwing():
    try:
        yield 1
    except KeyError:
        return 'k'
t = throwing()
next(t)
try:
    t.throw(KeyError)
except StopIteration as e:
    print('ret', e.value)
t = throwing()
try:
    t.throw(TypeError('before start'))
except TypeError as e:
    print(e)
def deleg():
    try:
        yield from inner()
    except ZeroDivisionError:
        yield 'zde'
def inner():
    yield 'i'
    1 / 0
print(list(deleg()))
class It:
    def __iter__(self):
        return self
    def __next__(self):
        raise StopIteration('direct')
def yf():
    r = (yield from It())
    print('r', r)
    yield
list(yf())
from itertools import *
def primes():
    s = {}
    for q in count(2):
        p = s.pop(q, None)
        if p is None:
            yield q
            s[q * q] = q
        else:
            n = q + p
            while n in s:
                n += p
            s[n] = p
print(list(islice(primes(), 15)))
import inspect
print(inspect.getgeneratorstate(z), inspect.isgenerator(z), inspect.isgeneratorfunction(primes))
def finally_order():
    try:
        yield 1
    finally:
        try:
            yield 2
        finally:
            print('inner fin')
f = finally_order()
next(f)
print(f.throw(ValueError))
try:
    next(f)
except ValueError:
    print('VE')

# expect: got 1
# expect: caught v
# expect: recovered
# expect: cleanup
# expect: 1
# expect: sub got S
# expect: v ret
# expect: 2
# expect: [3]
# expect: val ('val',)
# expect: generator raised StopIteration StopIteration('x')
# expect: <genexpr> False True [0, 1, 4] None
# expect: can't send non-None value to a just-started generator
# expect: stopped
# expect: generator ignored GeneratorExit
# expect: [2, 6, 10, 14, 18]
# expect: generator already executing
# expect: [1, 2, 3, 4]
# expect: ret k
# expect: before start
# expect: ['i', 'zde']
# expect: r direct
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
# expect: GEN_SUSPENDED True True
# expect: 2
# expect: inner fin
# expect: VE
