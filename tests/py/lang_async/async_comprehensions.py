async def ag(*a):
    for x in a: yield x
async def d(x): return x * 2
async def f():
    print([await d(i) for i in range(3)])
    print([x + y async for x in ag(1, 2) for y in (10, 20)])
    print({x: await d(x) async for x in ag('a', 'b')})
    print([x for x in [1, 2, 3] if await d(x) > 2])
    g = (x async for x in ag(1, 2, 3) if x != 2)
    print(type(g).__name__, [y async for y in g])
    print([[z async for z in ag(x, x)] async for x in ag(1, 2)])
    h = (await d(x) for x in [1, 2]); print(type(h).__name__, [y async for y in h])
    return sum([x async for x in ag(1, 2)])
try: f().send(None)
except StopIteration as e: print(e.value)

# expect: [0, 2, 4]
# expect: [11, 21, 12, 22]
# expect: {'a': 'aa', 'b': 'bb'}
# expect: [2, 3]
# expect: async_generator [1, 3]
# expect: [[1, 1], [2, 2]]
# expect: async_generator [2, 4]
# expect: 3
