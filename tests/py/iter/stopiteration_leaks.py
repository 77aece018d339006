def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def f(): return next(iter([]))
def g(): yield f()
t(lambda: list(g()))
t(lambda: list(map(lambda x: f(), [1, 2])))
t(lambda: list(filter(lambda x: f(), [1])))
t(lambda: [f() for _ in range(2)])
class C:
    def __iter__(s): return s
    def __next__(s): return f()
t(lambda: list(C()))
t(lambda: [x for x in C()])
t(lambda: sum(C()))
t(lambda: sorted([1, 2], key=lambda x: f()))
t(lambda: max([1, 2], key=lambda x: f()))
t(lambda: {f(): 1 for _ in [1]})
t(lambda: dict(a=f()))

# expect: RuntimeError generator raised StopIteration
# expect: []
# expect: []
# expect: StopIteration 
# expect: []
# expect: []
# expect: 0
# expect: StopIteration 
# expect: StopIteration 
# expect: StopIteration 
# expect: StopIteration 
