import asyncio
async def w(n, d):
    await asyncio.sleep(d); log.append(n); return n * 2
async def main():
    print(await asyncio.gather(w('a', 0.3), w('b', 0.01), w('c', 0.15)), log)
    t = asyncio.create_task(w('t', 0)); print(await t, t.done(), t.result())
    try: await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except TimeoutError: print('timeout')
    t = asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled', t.cancelled())
    r = await asyncio.gather(w('x', 0), bad(), return_exceptions=True); print(r)
    await asyncio.create_task(group())
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(1)
    except TimeoutError: print('timeout ctx')
    print(await asyncio.to_thread(sum, [1, 2]))
    return 'ret'
async def group():
    try:
        async with asyncio.TaskGroup() as g: g.create_task(bad()); g.create_task(w('g', 1))
    except* ValueError as e: print(e.exceptions)
async def bad(): raise ValueError('bad')
log = []
print(asyncio.run(main()))

# expect: ['aa', 'bb', 'cc'] ['b', 'c', 'a']
# expect: tt True tt
# expect: timeout
# expect: cancelled True
# expect: ['xx', ValueError('bad')]
# expect: (ValueError('bad'),)
# expect: timeout ctx
# expect: 3
# expect: ret
