class CM:
    def __init__(s, sw=False): s.sw = sw
    async def __aenter__(s): print('aenter'); return 'val'
    async def __aexit__(s, t, v, tb): print('aexit', t and t.__name__); return s.sw
async def f():
    async with CM() as x: print(x)
    async with CM(True), CM() as y: raise ValueError
    try:
        async with CM(): raise KeyError('k')
    except KeyError: print('caught')
    async with (CM() as a, CM() as b): return a + b
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
print(run(f()))

# expect: aenter
# expect: val
# expect: aexit None
# expect: aenter
# expect: aenter
# expect: aexit ValueError
# expect: aexit ValueError
# expect: aenter
# expect: aexit KeyError
# expect: caught
# expect: aenter
# expect: aenter
# expect: aexit None
# expect: aexit None
# expect: valval
