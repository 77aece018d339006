import asyncio
loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop)
out = []
def tick(n):
    out.append(n)
    if n < 3: loop.call_later(0.001, tick, n + 1)
    else: loop.stop()
loop.call_soon(tick, 0); loop.run_forever(); print(out)
h = loop.call_later(100, print); h.cancel(); print(h.cancelled())
print(loop.run_until_complete(asyncio.sleep(0, "x")))
def handler(loop, ctx): print("handler", ctx["message"].split(" at ")[0], repr(ctx.get("exception")))
loop.set_exception_handler(handler); loop.call_soon(lambda: 1 / 0); loop.call_soon(loop.stop); loop.run_forever()
import threading
async def w(): return threading.current_thread() is threading.main_thread()
t = threading.Thread(target=loop.run_forever); t.start()
print(asyncio.run_coroutine_threadsafe(w(), loop).result(5)); loop.call_soon_threadsafe(loop.stop); t.join()
loop.run_until_complete(loop.shutdown_asyncgens()); loop.close(); print(loop.is_closed())
try: loop.call_soon(print)
except RuntimeError as e: print(e)

# expect: [0, 1, 2, 3]
# expect: True
# expect: x
# expect: handler Exception in callback <lambda>() ZeroDivisionError('division by zero')
# expect: False
# expect: True
# expect: Event loop is closed
