def g():
    try: next(me)
    except ValueError as e: print(e)
    yield 1
me = g(); print(next(me))
def h():
    try: me2.close()
    except ValueError as e: print(e)
    try: me2.throw(KeyError)
    except ValueError as e: print(e)
    yield 2
me2 = h(); print(next(me2))
def f(): yield from x
x = f()
try: next(x)
except ValueError as e: print(e)

# expect: generator already executing
# expect: 1
# expect: generator already executing
# expect: generator already executing
# expect: 2
# expect: generator already executing
