import inspect
async def f(): pass
async def g(): yield
c = f()
print(c.cr_await, c.cr_frame is not None, c.cr_code.co_name, c.__qualname__, inspect.getcoroutinestate(c))
print(inspect.iscoroutinefunction(f), inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isasyncgenfunction(g), inspect.isasyncgen(g()))
for op in (lambda: iter(c), lambda: next(c), lambda: list(c), lambda: len(c)):
    try: op()
    except TypeError as e: print(e)
c.close(); print(inspect.getcoroutinestate(c), c.cr_frame)
print(hasattr(c, '__await__'), hasattr(c, '__iter__'), repr(f()).split(' at ')[0] if 0 else 'repr')
ag = g(); print(ag.ag_running, ag.ag_frame is not None, ag.ag_await, ag.__name__)
def h(): yield
import types
print(inspect.isawaitable(h()), inspect.isawaitable(types.coroutine(h)()))

# expect: None True f f CORO_CREATED
# expect: True True True True True
# expect: 'coroutine' object is not iterable
# expect: 'coroutine' object is not an iterator
# expect: 'coroutine' object is not iterable
# expect: object of type 'coroutine' has no len()
# expect: CORO_CLOSED None
# expect: True False repr
# expect: False True None g
# expect: False True
