"""Futures and tasks of loops that run in several threads, used by all of them, which nobody should do: set, cancelled, stepped, awaited
by hand and given callbacks at once, while other threads list all tasks."""
import asyncio
import gc
import warnings

from torture import check, run

warnings.simplefilter("ignore")   # coroutines that nobody awaits


def show(x):
    "The library looks at the callbacks twice, and does not expect them to be gone."
    try:
        repr(x)
    except TypeError:
        pass


class Loop:
    "Keeps what it is asked to call, for whichever thread takes it."

    def __init__(self):
        self.calls = []

    def get_debug(self):
        return False

    def is_running(self):
        return True

    def call_soon(self, callback, *args, context=None):
        self.calls.append((callback, args))

    def call_exception_handler(self, context):
        pass


async def child(f):
    try:
        await f
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        return 1
    await asyncio.sleep(0)
    return 2


async def family():
    async def leaf(n):
        await asyncio.sleep(0)
        return n
    return sum(await asyncio.gather(*[leaf(i) for i in range(5)]))


def make():
    loop = Loop()
    futures = [asyncio.Future(loop=loop) for _ in range(8)]
    tasks = [asyncio.Task(child(f), loop=loop) for f in futures]
    iterators = [f.__await__() for f in futures]

    def one(rng):
        return futures[rng.randrange(8)]

    def call(rng):
        if loop.calls:
            callback, args = loop.calls.pop(rng.randrange(len(loop.calls)))
            callback(*args)

    def set_result(rng):
        one(rng).set_result([1])

    def set_exception(rng):
        one(rng).set_exception(KeyError)

    def look(rng):
        f = one(rng)
        f.done(), f.cancelled(), f._state, f._callbacks, f._log_traceback, f._cancel_message, f._make_cancelled_error(), show(f)
        check(f.result() == [1])

    def add(rng):
        f = one(rng)
        for _ in range(rng.randrange(6)):
            f.add_done_callback(id)
        f.add_done_callback(show)

    def remove(rng):
        one(rng).remove_done_callback((id, show)[rng.randrange(2)])

    def cancel(rng):
        (one(rng), tasks[rng.randrange(8)])[rng.randrange(2)].cancel("why")

    def again(rng):
        i = rng.randrange(8)
        if rng.randrange(2):
            futures[i].__init__(loop=loop)
        else:
            futures[i] = asyncio.Future(loop=loop)
            iterators[i] = futures[i].__await__()

    def task(rng):
        i = rng.randrange(8)
        tasks[i] = asyncio.Task(child(futures[i]), loop=loop, name=("x", None)[rng.randrange(2)])
        tasks[i]._log_destroy_pending = False

    def task_look(rng):
        t = tasks[rng.randrange(8)]
        t.get_name(), t.cancelling(), t.uncancel(), t._must_cancel, t._fut_waiter, t.get_coro(), show(t), t.get_stack()

    def step(rng):
        it = iterators[rng.randrange(8)]
        (lambda: next(it), lambda: it.send(None), it.close, lambda: it.throw(KeyError("k")))[rng.randrange(4)]()

    def everybody(rng):
        check(all(isinstance(t, asyncio.Task) for t in asyncio.all_tasks(loop)))
        asyncio.current_task(loop), len(asyncio.tasks._all_tasks), list(asyncio.tasks._current_tasks)

    def register(rng):
        t = tasks[rng.randrange(8)]
        (asyncio.tasks._register_task, asyncio.tasks._unregister_task)[rng.randrange(2)](t)

    def enter(rng):
        t = tasks[rng.randrange(8)]
        asyncio.tasks._enter_task(loop, t)
        asyncio.tasks._leave_task(loop, t)

    return [call] * 8 + [set_result, set_exception, look, add, remove, cancel, again, task, task_look, step, everybody, register, enter]


def loops(over):
    "A loop of its own."
    while not over():
        check(asyncio.run(family()) == 10)


def collects(over):
    while not over():
        gc.collect()


run(make, (asyncio.InvalidStateError, asyncio.CancelledError, KeyError, IndexError, StopIteration, RuntimeError, ValueError), extra=(loops, loops, collects))
