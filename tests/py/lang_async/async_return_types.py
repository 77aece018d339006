async def a(): return
async def b(): return 1, 2
async def c(): pass
async def d(): return (i async for i in e())
async def e(): yield 1
def run(x):
    try: x.send(None)
    except StopIteration as s: return s.value
print(run(a()), run(b()), run(c()), type(run(d())).__name__)
async def f(x: int = 1, *a, k, **kw) -> str: "doc"; return x, a, k, kw
print(run(f(k=1)), run(f(1, 2, 3, k=4, z=5)), f.__doc__, f.__name__)
try: f()
except TypeError as x: print(x)
l = [a(), b()]; print([run(x) for x in l])

# expect: None (1, 2) None async_generator
# expect: (1, (), 1, {}) (1, (2, 3), 4, {'z': 5}) doc f
# expect: f() missing 1 required keyword-only argument: 'k'
# expect: [None, (1, 2)]
