async def f(n): return 0 if n == 0 else 1 + await f(n - 1)
try: f(300).send(None)
except StopIteration as e: print(e.value)
class Y:
    def __await__(s): return (yield 'deep')
async def g(n): return await Y() if n == 0 else await g(n - 1)
c = g(200); print(c.send(None))
try: c.send('back')
except StopIteration as e: print(e.value)
c = g(100); c.send(None)
try: c.throw(ValueError('through'))
except ValueError as e: print(e)

# expect: 300
# expect: deep
# expect: back
# expect: through
