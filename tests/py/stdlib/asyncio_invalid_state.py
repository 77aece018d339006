import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    for get in f.result, f.exception:
        try: get()
        except asyncio.InvalidStateError as e: print(e)
    f.set_result(1)
    for change in (lambda: f.set_result(2)), (lambda: f.set_exception(ValueError())):
        try: change()
        except asyncio.InvalidStateError as e: print(e)
    print(f.result(), await asyncio.create_task(asyncio.sleep(0, 'task')))
asyncio.run(main())

# expect: Result is not set.
# expect: Exception is not set.
# expect: invalid state
# expect: invalid state
# expect: 1 task
