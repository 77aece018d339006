async def ag():
    try: yield 1; yield 2
    except GeneratorExit: yield 'bad'
async def simple(): yield 1
def step(aw):
    try: return 'yielded', aw.send(None)
    except StopIteration as e: return 'value', e.value
    except StopAsyncIteration: return ('end',)
    except RuntimeError as e: return 'RuntimeError', str(e)
g = ag(); print(step(g.__anext__())); print(step(g.aclose()))
g = simple(); print(step(g.asend(None)), step(g.__anext__()), step(g.__anext__()))
g = simple()
try: g.asend(5).send(None)
except TypeError as e: print(e)
g = simple(); a = g.__anext__(); print(step(a)); print(step(a))
g = simple(); print(step(g.aclose()), step(g.__anext__()), step(g.aclose()))
async def ret():
    yield 1
    return
print(step(ret().__anext__()))
try: compile('async def f():\n yield 1\n return 2', 's', 'exec')
except SyntaxError as e: print(e.msg)
try: compile('async def f():\n yield from []', 's', 'exec')
except SyntaxError as e: print(e.msg)

# expect: ('value', 1)
# expect: ('RuntimeError', 'async generator ignored GeneratorExit')
# expect: ('value', 1) ('end',) ('end',)
# expect: can't send non-None value to a just-started async generator
# expect: ('value', 1)
# expect: ('RuntimeError', 'cannot reuse already awaited __anext__()/asend()')
# expect: ('value', None) ('end',) ('value', None)
# expect: ('value', 1)
# expect: 'return' with value in async generator
# expect: 'yield from' inside async function
