class Sync:
    def __enter__(s): pass
    def __exit__(s, *a): pass
class Async:
    async def __aenter__(s): pass
    async def __aexit__(s, *a): pass
class Half:
    async def __aenter__(s): pass
async def a(o):
    async with o: pass
def t(f):
    try: f()
    except TypeError as e: print(e)
t(lambda: a(5).send(None))
t(lambda: a(Half()).send(None))
t(lambda: a(Sync()).send(None))
def w(o):
    with o: pass
t(lambda: w(Async()))
t(lambda: w(5))
# needs: 3.14

# expect: 'int' object does not support the asynchronous context manager protocol (missed __aexit__ method)
# expect: 'Half' object does not support the asynchronous context manager protocol (missed __aexit__ method)
# expect: 'Sync' object does not support the asynchronous context manager protocol (missed __aexit__ method) but it supports the context manager protocol. Did you mean to use 'with'?
# expect: 'Async' object does not support the context manager protocol (missed __exit__ method) but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?
# expect: 'int' object does not support the context manager protocol (missed __exit__ method)
