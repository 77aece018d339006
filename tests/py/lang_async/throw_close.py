class Y:
    def __await__(s):
        try: r = yield 'y'
        except ValueError as e: r = f'awaitable caught {e}'
        return r
async def f():
    try:
        a = await Y()
        b = await Y()
        return a, b
    except KeyError as e: return f'f caught {e}'
    finally: print('fin')
c = f(); c.send(None); print(c.throw(ValueError('v')))
try: c.throw(KeyError('k'))
except StopIteration as e: print(e.value)
c = f(); c.send(None); c.close()
c = f(); c.close()
try: c.send(None)
except RuntimeError as e: print(e)
async def ge():
    try: await Y()
    except GeneratorExit: await Y()
c = ge(); c.send(None)
try: c.close()
except RuntimeError as e: print(e)

# expect: y
# expect: fin
# expect: f caught 'k'
# expect: fin
# expect: cannot reuse already awaited coroutine
# expect: coroutine ignored GeneratorExit
