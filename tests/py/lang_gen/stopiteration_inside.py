def g():
    yield 1
    raise StopIteration('oops')
try: list(g())
except RuntimeError as e: print(e, repr(e.__cause__))
def h():
    yield next(iter([]))
try: list(h())
except RuntimeError as e: print(e)
def k():
    try: yield 1
    except StopIteration: yield 'caught SI'
i = k(); next(i); print(i.throw(StopIteration))
i = (next(iter([])) for _ in range(3))
try: next(i)
except RuntimeError as e: print(e)
print(list(map(lambda x: next(iter([])), [1, 2])))

# expect: generator raised StopIteration StopIteration('oops')
# expect: generator raised StopIteration
# expect: caught SI
# expect: generator raised StopIteration
# expect: []
