def g():
    yield 1
    return 2, 3
def run(it):
    out = []
    while True:
        try: out.append(next(it))
        except StopIteration as e: return out, e.value
print(run(g()))
def h():
    r = yield from g()
    return r + (4,)
print(run(h()))
def s():
    yield
    return StopIteration(5)
print(run(s())[1])
def n():
    if 0: yield
    return 'no yield'
print(run(n()))
def t():
    yield 1
    return (1,)
print(run(t()))

# expect: ([1], (2, 3))
# expect: ([1], (2, 3, 4))
# expect: 5
# expect: ([], 'no yield')
# expect: ([1], (1,))
