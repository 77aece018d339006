class S:
    def __init__(self): self.log = []
    async def a(self, x): self.log.append(x); return self
    @classmethod
    async def c(cls): return cls.__name__
    @staticmethod
    async def s(): return 'static'
    async def __aenter__(self): return await self.a('enter')
    async def __aexit__(self, *e): await self.a('exit')
    async def gen(self):
        for x in self.log: yield x
def deco(f):
    async def w(*a, **k): return ('wrapped', await f(*a, **k))
    return w
@deco
async def d(x): return x
async def main():
    async with S() as s:
        await (await s.a(1)).a(2)
        print(await S.c(), await S.s(), await d(5))
    print([x async for x in s.gen()])
    n = 0
    async def inc():
        nonlocal n
        n += 1
    await inc(); await inc()
    return n
try: main().send(None)
except StopIteration as e: print(e.value)

# expect: S static ('wrapped', 5)
# expect: ['enter', 1, 2, 'exit']
# expect: 2
