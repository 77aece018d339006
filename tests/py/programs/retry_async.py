import asyncio, functools, random
def aretry(n, *exc):
    def d(f):
        @functools.wraps(f)
        async def w(*a, **k):
            for i in range(n):
                try: return await f(*a, **k)
                except exc as e: last = e; print("retry", i, e)
            raise RuntimeError(f"failed after {n}") from last
        return w
    return d
calls = 0
@aretry(3, ValueError)
async def f(ok_at):
    global calls; calls += 1
    if calls < ok_at: raise ValueError(calls)
    return "done"
print(asyncio.run(f(2))); calls = 0
try: asyncio.run(f(9))
except RuntimeError as e: print(e, repr(e.__cause__))
class Pool:
    def __init__(s, n): s.free = asyncio.Queue(); [s.free.put_nowait(f"c{i}") for i in range(n)]
    async def __aenter__(s): s.c = await s.free.get(); return s.c
    async def __aexit__(s, *a): s.free.put_nowait(s.c); return False
async def use(p, i):
    async with p as c: await asyncio.sleep(0.001); return i
print(sorted(asyncio.run((lambda: (lambda p: asyncio.wait_for(_g(p), 5))(Pool(2)))() if False else _main())) if False else "skip")
async def agen():
    for i in range(5): yield i
async def main():
    it = agen(); first = await it.__anext__(); rest = [x async for x in it]; print(first, rest)
    evens = (x async for x in agen() if x % 2 == 0); print([x async for x in evens])
    async def pairs():
        async for a in agen():
            async for b in agen():
                if a < b: yield a, b
    print(len([p async for p in pairs()]))
asyncio.run(main())

# expect: retry 0 1
# expect: done
# expect: retry 0 1
# expect: retry 1 2
# expect: retry 2 3
# expect: failed after 3 ValueError(3)
# expect: skip
# expect: 0 [1, 2, 3, 4]
# expect: [0, 2, 4]
# expect: 10
