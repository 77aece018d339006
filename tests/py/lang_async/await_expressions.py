async def v(x): return x
class A:
    async def m(self): return self
    def __getitem__(self, k): return k
    async def __call__(self, x): return x + 1
async def f():
    a = A()
    print(await v(1) + await v(2) * await v(3), -await v(4), not await v(0))
    print((await a.m())['k'], await a(5), (await v([1, 2]))[1])
    print(await v(1) if await v(False) else await v('else'))
    print([await v(1), *await v((2, 3))], {**await v({'a': 1})}, f'{await v(9)}')
    x = await v(1) ** 2; x += await v(10); print(x)
    l = lambda: v(7); print(await l())
    assert await v(True)
    print(await v(await v(await v('nested'))))
    async def inner(): return await v('inner')
    return await inner()
try: f().send(None)
except StopIteration as e: print(e.value)

# expect: 7 -4 True
# expect: k 6 2
# expect: else
# expect: [1, 2, 3] {'a': 1} 9
# expect: 11
# expect: 7
# expect: nested
# expect: inner
