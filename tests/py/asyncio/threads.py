# Loops in several threads, and futures that several threads use at once, which they should not.
import asyncio
import threading


async def child(n):
    await asyncio.sleep(0)
    return n


async def many():
    total = 0
    for _ in range(20):
        total += sum(await asyncio.gather(*[child(i) for i in range(20)]))
    others = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    return total, len(others)


results = []


def run_loop():
    results.append(asyncio.run(many()))


class Loop:
    def __init__(self):
        self.calls = 0
        self.lock = threading.Lock()

    def get_debug(self):
        return False

    def call_soon(self, callback, *args, context=None):
        with self.lock:
            self.calls += 1

    def call_exception_handler(self, context):
        pass


def misuse(futures, barrier, wins):
    for f in futures:
        barrier.wait()
        for _ in range(5):
            try:
                f.add_done_callback(print)
            except Exception:
                pass
        try:
            f.set_result(threading.get_ident())
            wins.append(f)
        except asyncio.InvalidStateError:
            pass
        f._callbacks, f.remove_done_callback(len), f.done(), f.result()


threads = [threading.Thread(target=run_loop) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results)

loop, wins, barrier = Loop(), [], threading.Barrier(4)
futures = [asyncio.Future(loop=loop) for _ in range(50)]
threads = [threading.Thread(target=misuse, args=(futures, barrier, wins)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(wins), len(set(wins)), loop.calls)


async def threadsafe():
    loop = asyncio.get_running_loop()
    answers = []

    def ask(i):
        answers.append(asyncio.run_coroutine_threadsafe(child(i), loop).result())

    await asyncio.gather(*[asyncio.to_thread(ask, i) for i in range(8)])
    print(sorted(answers))


asyncio.run(threadsafe())

# expect: [(3800, 0), (3800, 0), (3800, 0), (3800, 0)]
# expect: 50 50 1000
# expect: [0, 1, 2, 3, 4, 5, 6, 7]
