# At the end of the program what a library's module alone keeps is collected while the modules it uses are still whole.
# expect-error: loop closed
import asyncio
import sys


class Loop(asyncio.SelectorEventLoop):
    def close(self):
        super().close()
        sys.stderr.write("loop closed\n")


asyncio.set_event_loop(Loop())


async def main():
    await asyncio.sleep(0)
    return "ran"


print(asyncio.get_event_loop().run_until_complete(main()))
# expect: ran
