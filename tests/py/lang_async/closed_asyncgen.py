# An async generator that ignored its closing is not closed again by the event loop.
import asyncio, gc
async def ignores():
    try: yield 1
    except GeneratorExit: yield 2
async def main():
    i = ignores()
    print(await anext(i))
    try: await i.aclose()
    except RuntimeError as e: print(e)
    del i
    gc.collect()
    for _ in range(3): await asyncio.sleep(0)
asyncio.get_event_loop_policy()
async def outer():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print('handler', context['message']))
    await main()
asyncio.run(outer())
print('done')

# expect: 1
# expect: async generator ignored GeneratorExit
# expect: done
