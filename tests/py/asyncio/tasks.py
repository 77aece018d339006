# Tasks: steps, cancelling, names, errors of what a coroutine yields, the current task and all tasks.
import asyncio
import contextvars
import types
import _asyncio

var = contextvars.ContextVar("var", default=0)


async def value(x):
    await asyncio.sleep(0)
    return x


async def fail(e):
    await asyncio.sleep(0)
    raise e


@types.coroutine
def bad(x):
    return (yield x)


async def yields(x):
    try:
        await bad(x)
    except RuntimeError as e:
        text = str(e)
        return text[:text.find(" ", 20)]


async def stubborn():
    for i in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print("asked", i, *e.args, asyncio.current_task().cancelling())
    return "stayed"


async def in_context():
    var.set(var.get() + 1)
    await asyncio.sleep(0)
    return var.get()


async def itself():
    try:
        await asyncio.current_task()
    except RuntimeError as e:
        print(str(e)[:27])


class Awaitable:
    def __await__(self):
        return (yield from value("awaited").__await__())


async def main():
    print(await asyncio.gather(value(1), value(2), value(3)))
    print(await asyncio.gather(value(1), fail(KeyError(2)), return_exceptions=True))
    try:
        await asyncio.gather(value(1), fail(KeyError(2)))
    except KeyError as e:
        print("raised", e)
    print(await Awaitable(), await asyncio.ensure_future(Awaitable()))

    t = asyncio.create_task(value("named"), name="N")
    print(t.get_name(), t.done(), t._fut_waiter, t._must_cancel, t.get_coro().__name__)
    t.set_name(17)
    print(t.get_name(), await t, t.result(), t.exception())
    for f in (lambda: t.set_result(1), lambda: t.set_exception(ValueError())):
        try:
            f()
        except RuntimeError as e:
            print(e)

    print(await yields(7), "|", await yields((x for x in ())), "|", await asyncio.create_task(yields(asyncio.get_running_loop().create_future())))
    await asyncio.create_task(itself())

    t = asyncio.create_task(value(1))
    print(t.cancel("early"), t._must_cancel)
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", *e.args, t.cancelled())
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    for i in range(3):
        t.cancel(f"no {i}")
        await asyncio.sleep(0)
    print(await t, t.cancelling(), t.uncancel(), t.uncancel(), t.uncancel(), t.uncancel())

    tasks = [asyncio.create_task(in_context()) for _ in range(3)]
    print(await asyncio.gather(*tasks), var.get())
    context = contextvars.copy_context()
    print(await asyncio.create_task(in_context(), context=context), context[var])

    t = asyncio.create_task(asyncio.sleep(60))
    print(asyncio.all_tasks() == {t, asyncio.current_task()}, t in _asyncio._all_tasks)
    t.cancel()
    await asyncio.wait([t])
    print(asyncio.all_tasks() == {asyncio.current_task()})
    loop = asyncio.get_running_loop()
    print(_asyncio._current_tasks[loop] is asyncio.current_task(loop), _asyncio._current_tasks.get(3), len(_asyncio._current_tasks))
    for f, a in ((_asyncio._enter_task, (loop, t)), (_asyncio._leave_task, (loop, t))):
        try:
            f(*a)
        except RuntimeError as e:
            print(str(e)[:24])
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)
    except TimeoutError:
        print("late")
    async with asyncio.TaskGroup() as g:
        a, b = g.create_task(value("a")), g.create_task(value("b"))
    print(a.result(), b.result())
    q = asyncio.Queue(2)
    producer = asyncio.create_task(produce(q))
    print([await q.get() for _ in range(6)], await producer)
    try:
        asyncio.Task(3)
    except TypeError as e:
        print(e)
    t = asyncio.create_task(value(1))
    print(repr(t).startswith("<Task pending name='Task-"), [f.f_code.co_name for f in t.get_stack()])
    await t
    f = loop.create_future()
    t = asyncio.create_task(wait(f))
    await asyncio.sleep(0)
    print(t._fut_waiter is f, f._callbacks[0][0].__self__ is t)
    f.set_result(1)


async def wait(f):
    return await f


async def produce(q):
    for i in range(6):
        await q.put(i)
    return "produced"


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e, asyncio._get_running_loop())

# expect: [1, 2, 3]
# expect: [1, KeyError(2)]
# expect: raised 2
# expect: awaited awaited
# expect: N False None False value
# expect: 17 named named None
# expect: Task does not support set_result operation
# expect: Task does not support set_exception operation
# expect: Task got bad yield:  | yield was used instead | yield was used instead
# expect: Task cannot await on itself
# expect: True True
# expect: cancelled early True
# expect: asked 0 no 0 1
# expect: asked 1 no 1 2
# expect: asked 2 no 2 3
# expect: stayed 3 2 1 0 0
# expect: [1, 1, 1] 0
# expect: 1 1
# expect: True True
# expect: True
# expect: True None 1
# expect: Cannot enter into task <
# expect: Leaving task <Task cance
# expect: late
# expect: a b
# expect: [0, 1, 2, 3, 4, 5] produced
# expect: a coroutine was expected, got 3
# expect: True ['value']
# expect: True True
# expect: no running event loop None
