# Futures without a running loop: a loop that only writes down what it is asked to call.
import _asyncio
import asyncio
import contextvars
import gc


class Loop:
    def __init__(self):
        self.calls = []
        self.complaints = []

    def get_debug(self):
        return False

    def call_soon(self, callback, *args, context=None):
        self.calls.append((callback, args, context))

    def call_exception_handler(self, context):
        self.complaints.append(context)

    def run(self):
        calls, self.calls = self.calls, []
        for callback, args, context in calls:
            if context is None:
                callback(*args)
            else:
                context.run(callback, *args)


def say(f):
    print("done", f._state)


def raised(function, *args):
    try:
        print("returned", function(*args))
    except BaseException as e:
        print(type(e).__name__, *e.args)


loop = Loop()
F = _asyncio.Future
print(F is asyncio.Future, issubclass(asyncio.Task, F))

f = F(loop=loop)
raised(f.result)
raised(f.exception)
print(f._callbacks, f.done(), f.cancelled(), f.get_loop() is loop)
for i in range(6):
    f.add_done_callback(say)
f.add_done_callback(print)
print(len(f._callbacks), f.remove_done_callback(say), len(f._callbacks), f.remove_done_callback(print), f._callbacks)
f.add_done_callback(say, context=contextvars.Context())
f.set_result(3)
raised(f.set_result, 4)
raised(f.set_exception, ValueError())
loop.run()
f.add_done_callback(say)
loop.run()
print(f.result(), f.exception(), f.cancel(), f._callbacks)

f = F(loop=loop)
raised(f.set_exception, 3)
f.set_exception(ValueError("x"))
raised(f.result)
print(repr(f.exception()), f._log_traceback)

f = F(loop=loop)
print(f.cancel("why"), f.cancel(), f._cancel_message)
raised(f.result)
raised(f.exception)
print(repr(f._make_cancelled_error()))

f = F(loop=loop)
f.set_exception(KeyError("lost"))
del f
gc.collect()
print(loop.complaints[0]["message"], repr(loop.complaints[0]["exception"]))
loop.complaints.clear()

# Its own equality removes what is being looked at.
f = F(loop=loop)


fresh = True


class Evil:
    def __eq__(self, other):
        global fresh
        if fresh:
            fresh = False
            f.remove_done_callback(say)
        return other is None

    def __call__(self, f):
        pass


for c in (say, Evil(), say, Evil(), say):
    f.add_done_callback(c)
f.remove_done_callback(None)
print(f._callbacks)

# Awaiting by hand.
f = F(loop=loop)
it = f.__await__()
print(next(it) is f, f._asyncio_future_blocking)
raised(next, it)
f.set_result("r")
raised(next, it)
raised(next, it)
it = iter(F(loop=loop))
raised(it.throw, ValueError("thrown"))

# Not initialised.
f = F.__new__(F)
raised(f.get_loop)
raised(f.__await__)
raised(f.set_result, 1)
raised(f.add_done_callback, say)
f.attribute = 1
print(f.attribute, f.done())
raised(setattr, f, "_log_traceback", True)


class Sub(F):
    pass


s = Sub(loop=loop)
s.x = s
s.set_result(1)
del s
gc.collect()
print(Sub[int].__origin__ is Sub)

# expect: True True
# expect: InvalidStateError Result is not set.
# expect: InvalidStateError Exception is not set.
# expect: None False False True
# expect: 7 6 1 1 None
# expect: InvalidStateError invalid state
# expect: InvalidStateError invalid state
# expect: done FINISHED
# expect: done FINISHED
# expect: 3 None False None
# expect: TypeError invalid exception object
# expect: ValueError x
# expect: ValueError('x') False
# expect: True False why
# expect: CancelledError why
# expect: CancelledError why
# expect: CancelledError('why')
# expect: Future exception was never retrieved KeyError('lost')
# expect: None
# expect: True True
# expect: RuntimeError await wasn't used with future
# expect: StopIteration r
# expect: StopIteration
# expect: ValueError thrown
# expect: RuntimeError Future object is not initialized.
# expect: RuntimeError Future object is not initialized.
# expect: RuntimeError Future object is not initialized.
# expect: RuntimeError uninitialized Future object
# expect: 1 False
# expect: ValueError _log_traceback can only be set to False
# expect: True
