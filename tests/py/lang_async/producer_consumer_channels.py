class Chan:
    def __init__(s): s.buf = []; s.closed = False
    async def put(s, v):
        while len(s.buf) >= 2: await Tick()
        s.buf.append(v)
    def __aiter__(s): return s
    async def __anext__(s):
        while not s.buf:
            if s.closed: raise StopAsyncIteration
            await Tick()
        return s.buf.pop(0)
class Tick:
    def __await__(s): yield
async def prod(c, n):
    for i in range(n): await c.put(i); print('put', i, end=' ')
    c.closed = True
async def cons(c, out):
    async for x in c: print('get', x, end=' '); out.append(x * x)
def run(*cs):
    cs = list(cs)
    while cs:
        for c in cs[:]:
            try: c.send(None)
            except StopIteration: cs.remove(c)
c, out = Chan(), []
run(prod(c, 5), cons(c, out)); print(); print(out)

# expect: put 0 put 1 get 0 get 1 put 2 put 3 get 2 get 3 put 4 get 4 
# expect: [0, 1, 4, 9, 16]
