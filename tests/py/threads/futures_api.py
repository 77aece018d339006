from concurrent.futures import Future, InvalidStateError, CancelledError
f = Future(); print(f.done(), f.running(), repr(f).split(" at")[0], f.set_running_or_notify_cancel())
cbs = []; f.add_done_callback(lambda x: cbs.append(1))
def badcb(x): raise ValueError("cb")
import logging; logging.raiseExceptions = False; logging.disable(50)
f.add_done_callback(badcb); f.set_result(5); print(f.result(), cbs, repr(f).split("state=")[1])
try: f.set_result(6)
except InvalidStateError as e: print(str(e).split(":")[0])
g = Future(); g.cancel(); print(g.cancelled(), g.set_running_or_notify_cancel())
try: g.set_running_or_notify_cancel()
except Exception as e: print(type(e).__name__)
h = Future(); h.set_exception(ValueError("v")); print(h.exception(), repr(h).split("state=")[1])
try: h.result()
except ValueError as e: print("got", e)

# expect: False False <Future True
# expect: 5 [1] finished returned int>
# expect: FINISHED
# expect: True False
# expect: RuntimeError
# expect: v finished raised ValueError>
# expect: got v
