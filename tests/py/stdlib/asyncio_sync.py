import asyncio
async def main():
    q, out = asyncio.Queue(2), []
    async def prod():
        for i in range(5): await q.put(i)
        await q.put(None)
    async def cons():
        while (x := await q.get()) is not None: out.append(x)
    await asyncio.gather(prod(), cons()); print(out)
    lock, n = asyncio.Lock(), [0]
    async def inc():
        async with lock: v = n[0]; await asyncio.sleep(0); n[0] = v + 1
    await asyncio.gather(*[inc() for _ in range(10)]); print(n)
    ev = asyncio.Event(); t = asyncio.create_task(ev.wait()); ev.set(); print(await t)
    sem = asyncio.Semaphore(2); cur = peak = 0
    async def s():
        nonlocal cur, peak
        async with sem: cur += 1; peak = max(peak, cur); await asyncio.sleep(0); cur -= 1
    await asyncio.gather(*[s() for _ in range(6)]); print(peak)
    f = asyncio.get_running_loop().create_future(); asyncio.get_running_loop().call_soon(f.set_result, 9); print(await f)
    p = await asyncio.create_subprocess_exec('echo', 'sub', stdout=-1); print((await p.communicate())[0], p.returncode)
    async for r in agen(): print(r, end=' ')
    print([await c for c in asyncio.as_completed([asyncio.sleep(0, 'done')])])
async def agen():
    for i in range(3): await asyncio.sleep(0); yield i
asyncio.run(main())

# expect: [0, 1, 2, 3, 4]
# expect: [10]
# expect: True
# expect: 2
# expect: 9
# expect: b'sub\n' 0
# expect: 0 1 2 ['done']
