async def f(x): return x * 2
c = f(4)
print(type(c).__name__, c.__name__, c.cr_running)
try: c.send(None)
except StopIteration as e: print(e.value)
try: c.send(None)
except RuntimeError as e: print(e)
d = f(1)
try: d.send(5)
except TypeError as e: print(e)
d.close()
async def g(): return await f(1) + await f(2)
def run(c):
    while True:
        try: c.send(None)
        except StopIteration as e: return e.value
print(run(g()))

# expect: coroutine f False
# expect: 8
# expect: cannot reuse already awaited coroutine
# expect: can't send non-None value to a just-started coroutine
# expect: 6
