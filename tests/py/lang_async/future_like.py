class Future:
    def __init__(s): s.done = False; s.cbs = []
    def set(s, v):
        s.v = v; s.done = True
        for cb in s.cbs: cb()
    def __await__(s):
        if not s.done: yield s
        return s.v
class Task(Future):
    def __init__(s, c): super().__init__(); s.c = c; ready.append(s)
    def step(s):
        try: f = s.c.send(None)
        except StopIteration as e: s.set(e.value)
        else: f.cbs.append(lambda: ready.append(s))
ready = []
def run(c):
    t = Task(c)
    while ready: ready.pop(0).step()
    return t.v
async def producer(f): print('producing'); f.set(42); return 'p'
async def consumer(f): print('waiting'); v = await f; print('got', v); return v
async def main():
    f = Future()
    c, p = Task(consumer(f)), Task(producer(f))
    return await c, await p
print(run(main()))

# expect: waiting
# expect: producing
# expect: got 42
# expect: (42, 'p')
