# An exception thrown into what has not begun comes from the line of its def.
import sys
def generator():
    try:
        yield 1
    except ValueError:
        yield 2
def decorator(f):
    return f
@decorator
def decorated(a,
              b=1):
    x = 1
    yield
async def coroutine():
    pass
for make in generator, lambda: decorated(1), coroutine, lambda: (i for i in [1]):
    g = make()
    try:
        g.throw(ValueError('x'))
    except ValueError as e:
        t = e.__traceback__.tb_next
        print(t.tb_frame.f_code.co_name, t.tb_lineno - t.tb_frame.f_code.co_firstlineno, t.tb_next)
    try:
        g.send(None)
    except (StopIteration, RuntimeError) as e:
        print(type(e).__name__, e)

# expect: generator 0 None
# expect: StopIteration 
# expect: decorated 0 None
# expect: StopIteration 
# expect: coroutine 0 None
# expect: RuntimeError cannot reuse already awaited coroutine
# expect: <genexpr> 0 None
# expect: StopIteration 
