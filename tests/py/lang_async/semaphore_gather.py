import asyncio, time
async def fetch(n, sem, log):
    async with sem:
        log.append(f"start {n}")
        await asyncio.sleep(0.01 * (3 - n % 3))
        log.append(f"end {n}")
        if n == 4: raise ValueError(f"bad {n}")
        return n * 10
async def main():
    sem = asyncio.Semaphore(2); log = []
    res = await asyncio.gather(*(fetch(i, sem, log) for i in range(6)), return_exceptions=True)
    print([r if isinstance(r, int) else repr(r) for r in res], len(log), log[0])
    try: await asyncio.gather(fetch(4, sem, log), fetch(1, sem, log))
    except ValueError as e: print("gather raised", e)
    try: await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except asyncio.TimeoutError as e: print("timeout", type(e).__name__, isinstance(e, TimeoutError))
    async with asyncio.timeout(1) as cm: await asyncio.sleep(0)
    print(cm.expired())
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(1)
    except TimeoutError: print("timeout cm")
    t = asyncio.create_task(asyncio.sleep(10), name="sleeper"); await asyncio.sleep(0); t.cancel("why")
    try: await t
    except asyncio.CancelledError as e: print("cancelled", e.args, t.cancelled(), t.get_name())
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(0.01 * i, i)) for i in (1, 20)], return_when=asyncio.FIRST_COMPLETED)
    print([d.result() for d in done], len(pending)); [p.cancel() for p in pending]
    for c in asyncio.as_completed([asyncio.sleep(0.03, "c"), asyncio.sleep(0.01, "a"), asyncio.sleep(0.02, "b")]): print(await c)
    r = await asyncio.shield(asyncio.sleep(0.01, "sh")); print(r)
    print(await asyncio.to_thread(lambda a: a + 1, 4))
    loop = asyncio.get_running_loop(); f = loop.create_future(); loop.call_later(0.01, f.set_result, "later"); print(await f)
    loop.call_soon(print, "soon"); await asyncio.sleep(0)
asyncio.run(main())

# expect: [0, 10, 20, 30, "ValueError('bad 4')", 50] 12 start 0
# expect: gather raised bad 4
# expect: timeout TimeoutError True
# expect: False
# expect: timeout cm
# expect: cancelled ('why',) True sleeper
# expect: [1] 1
# expect: a
# expect: b
# expect: c
# expect: sh
# expect: 5
# expect: later
# expect: soon
