def inner():
    while True:
        try: yield 'in'
        except ValueError as e: print('inner caught', e)
def outer():
    try: yield from inner()
    except KeyError as e: yield f'outer caught {e}'
g = outer(); next(g)
print(g.throw(ValueError('v')))
print(g.throw(KeyError('k')))
def plain():
    try: yield from [1, 2, 3]
    except ValueError: yield 'plain iter'
h = plain(); next(h); print(h.throw(ValueError))
class It:
    def __iter__(s): return s
    def __next__(s): return 1
    def throw(s, *a): return ('thrown', len(a))
    def close(s): print('closed')
    def send(s, v): return ('sent', v)
def d(): yield from It()
k = d(); print(next(k), k.send(5), k.throw(ValueError('x'))[0]); k.close()

# expect: inner caught v
# expect: in
# expect: outer caught 'k'
# expect: plain iter
# expect: 1 ('sent', 5) thrown
# expect: closed
