async def ag(n):
    try:
        for i in range(n):
            x = yield i
            if x: print('got', x)
    finally: print('fin')
def run(c):
    try:
        while 1: c.send(None)
    except StopIteration as e: return e.value
async def f():
    print([x async for x in ag(3)])
    g = ag(5)
    print(await g.__anext__(), await g.asend('hi'), await anext(g))
    await g.aclose()
    try: await g.__anext__()
    except StopAsyncIteration: print('closed')
    h = ag(2); await h.__anext__()
    try: await h.athrow(ValueError('t'))
    except ValueError as e: print(e)
    print(await anext(ag(0), 'default'))
run(f())
print(type(ag(1)).__name__, ag(1).__aiter__().__class__.__name__)

# expect: fin
# expect: [0, 1, 2]
# expect: got hi
# expect: 0 1 2
# expect: fin
# expect: closed
# expect: fin
# expect: t
# expect: fin
# expect: default
# expect: async_generator async_generator
