def a():
    try: yield 1
    finally: print('a fin')
def b():
    try: yield from a()
    finally: print('b fin')
def c():
    try: yield from b()
    finally: print('c fin')
g = c(); next(g); g.close()
g = c(); next(g)
try: g.throw(ValueError('x'))
except ValueError as e: print(e)
g = c(); next(g); del g; print('deleted')
def e():
    x = yield from (i for i in range(2))
    return x, 'gen expr'
print(list(e()))

# expect: a fin
# expect: b fin
# expect: c fin
# expect: a fin
# expect: b fin
# expect: c fin
# expect: x
# expect: a fin
# expect: b fin
# expect: c fin
# expect: deleted
# expect: [0, 1]
