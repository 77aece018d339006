class A:
    def __init__(s, n): s.n = n
    def __aiter__(s): return s
    async def __anext__(s):
        if s.n == 0: raise StopAsyncIteration
        s.n -= 1; return s.n
async def f():
    out = []
    async for x in A(3): out.append(x)
    else: out.append('else')
    async for x in A(5):
        if x == 3: continue
        if x == 1: break
        out.append(x)
    return out, [y async for y in A(3)], {y: y async for y in A(2)}, {y async for y in A(2)}
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
print(run(f()))
async def bad(o):
    async for _ in o: pass
class B: pass
class C:
    def __aiter__(s): return 5
for o in (5, [1], B(), C()):
    try: run(bad(o))
    except TypeError as e: print(e)

# expect: ([2, 1, 0, 'else', 4, 2], [2, 1, 0], {1: 1, 0: 0}, {0, 1})
# expect: 'async for' requires an object with __aiter__ method, got int
# expect: 'async for' requires an object with __aiter__ method, got list
# expect: 'async for' requires an object with __aiter__ method, got B
# expect: 'async for' received an object from __aiter__ that does not implement __anext__: int
