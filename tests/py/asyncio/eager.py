# Tasks that take their first step when they are made.
# needs: 3.12
import _asyncio
import asyncio


async def at_once(log):
    log.append(asyncio.current_task().get_name())
    return "done"


async def later(log):
    log.append("begun")
    await asyncio.sleep(0)
    log.append("gone on")
    return asyncio.current_task().get_name()


async def main():
    loop, log = asyncio.get_running_loop(), []
    me = asyncio.current_task()
    t = _asyncio.Task(at_once(log), loop=loop, name="first", eager_start=True)
    print(t.done(), t.result(), log, asyncio.current_task() is me, t in asyncio.all_tasks())
    log.clear()
    t = _asyncio.Task(later(log), loop=loop, name="second", eager_start=True)
    print(t.done(), log, asyncio.current_task() is me, t in asyncio.all_tasks())
    print(await t, log, asyncio.current_task() is me)


asyncio.run(main())

# expect: True done ['first'] True False
# expect: False ['begun'] True True
# expect: second ['begun', 'gone on'] True
