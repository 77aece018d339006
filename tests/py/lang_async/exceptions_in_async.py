class E(Exception): pass
async def boom(x):
    if x: raise E(x)
    return 'fine'
async def f():
    try: await boom(1)
    except E as e: print('caught', e)
    else: print('no')
    finally: print('fin')
    try:
        try: await boom('in')
        finally: print(await boom(0))
    except E as e: print('outer', e)
    raise ValueError('end') from E('cause')
try: f().send(None)
except ValueError as e: print(e, repr(e.__cause__))
async def si(): raise StopIteration('x')
try: si().send(None)
except RuntimeError as e: print(e)
async def sai():
    raise StopAsyncIteration('y')
try: sai().send(None)
except StopAsyncIteration as e: print(repr(e))
async def ag():
    yield 1
    raise StopAsyncIteration('z')
async def use(): return [x async for x in ag()]
try: use().send(None)
except RuntimeError as e: print(e)

# expect: caught 1
# expect: fin
# expect: fine
# expect: outer in
# expect: end E('cause')
# expect: coroutine raised StopIteration
# expect: StopAsyncIteration('y')
# expect: async generator raised StopAsyncIteration
