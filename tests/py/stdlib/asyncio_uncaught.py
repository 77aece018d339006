import asyncio
async def inner():
    raise ValueError('async fail')
async def main():
    print('start')
    await inner()
asyncio.run(main())

# exit: 1
# expect-error: ValueError: async fail
# expect: start
