import asyncio, contextlib
@contextlib.asynccontextmanager
async def res(n):
    print("open", n)
    try: yield n * 2
    except ValueError as e: print("handled", e)
    finally: print("close", n)
async def ticker(n):
    try:
        for i in range(n): yield i; await asyncio.sleep(0)
    finally: print("ticker closed")
async def main():
    async with res(1) as a, res(2) as b: print(a, b)
    async with res(3): raise ValueError("inside")
    async for i in ticker(5):
        if i == 2: break
    print([i async for i in ticker(3) if i % 2 == 0], {i: j async for i, j in aenum(ticker(2))})
    async with contextlib.AsyncExitStack() as st:
        print(await st.enter_async_context(res(7))); st.callback(print, "cb"); st.push_async_callback(acb, 5)
    async with contextlib.aclosing(ticker(9)) as t:
        async for x in t: break
    print(await anext(ticker(1)), await anext(empty(), "dflt"))
    try: await anext(empty())
    except StopAsyncIteration as e: print(repr(e))
    g = gen2(); print(await g.asend(None), await g.asend("hi"))
    try: await g.athrow(KeyError("k"))
    except StopAsyncIteration: print("stopped")
    await g.aclose()
async def gen2():
    x = yield 1
    try: yield x
    except KeyError as e: print("in gen", e)
async def empty():
    return
    yield
async def aenum(a):
    n = 0
    async for x in a: yield n, x; n += 1
async def acb(x): print("acb", x)
asyncio.run(main())

# expect: open 1
# expect: open 2
# expect: 2 4
# expect: close 2
# expect: close 1
# expect: open 3
# expect: handled inside
# expect: close 3
# expect: ticker closed
# expect: ticker closed
# expect: ticker closed
# expect: [0, 2] {0: 0, 1: 1}
# expect: open 7
# expect: 14
# expect: acb 5
# expect: cb
# expect: close 7
# expect: ticker closed
# expect: 0 dflt
# expect: StopAsyncIteration()
# expect: 1 hi
# expect: in gen 'k'
# expect: stopped
# expect: ticker closed
