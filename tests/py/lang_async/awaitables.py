class Fut:
    def __init__(s, v): s.v = v
    def __await__(s):
        r = yield ('want', s.v)
        return (s.v, r)
async def f():
    a = await Fut(1)
    b = await Fut(2)
    return a, b
c = f()
print(c.send(None), c.send('x'))
try: c.send('y')
except StopIteration as e: print(e.value)
class Bad:
    def __await__(s): return 5
class Bad2:
    def __await__(s): return iter([1])
async def w(x): return await x
for x in (Bad(), 5, None, [1], (i for i in ())):
    try: w(x).send(None)
    except TypeError as e: print(e)
print(w(Bad2()).send(None))
import types
@types.coroutine
def old(): x = yield 'old'; return x
c = w(old()); print(c.send(None))
try: c.send('v')
except StopIteration as e: print(e.value)

# expect: ('want', 1) ('want', 2)
# expect: ((1, 'x'), (2, 'y'))
# expect: __await__() returned non-iterator of type 'int'
# expect: object int can't be used in 'await' expression
# expect: object NoneType can't be used in 'await' expression
# expect: object list can't be used in 'await' expression
# expect: object generator can't be used in 'await' expression
# expect: 1
# expect: old
# expect: v
