async def ag():
    yield 1; yield 2
async def f():
    it = aiter(ag()); print(await anext(it), await anext(it), await anext(it, 'd'))
    try: await anext(it)
    except StopAsyncIteration: print('SAI')
for bad in (lambda: aiter(5), lambda: aiter([]), lambda: anext(5), lambda: anext()):
    try: bad()
    except TypeError as e: print(e)
try: f().send(None)
except StopIteration: print('end')

# expect: 'int' object is not an async iterable
# expect: 'list' object is not an async iterable
# expect: 'int' object is not an async iterator
# expect: anext expected at least 1 argument, got 0
# expect: 1 2 d
# expect: SAI
# expect: end
