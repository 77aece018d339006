def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: {(1, 2): 'a'}[(1, 2)])
t(lambda: {(): 1}[()])
t(lambda: (1, 2) in {(1, 2)})
t(lambda: {(1, 'a'): 1}.get((1, 'a')))
t(lambda: hash(()) == hash(()))
t(lambda: hash((1, 2)) != hash((2, 1)))
t(lambda: hash((1.0, 2)) == hash((1, 2)))
t(lambda: len({(i, j) for i in range(5) for j in range(5)}))
t(lambda: {(1, (2, 3)): 'nested'}[(1, (2, 3))])
t(lambda: hash((1,)) != hash(1))
t(lambda: sorted({(2, 'b'): 1, (1, 'z'): 2}))
try: {([],): 1}
except TypeError as e: print(type(e).__name__, str(e).split('(')[0][:11] in ('unhashable ', 'cannot use '))

# expect: 'a'
# expect: 1
# expect: True
# expect: 1
# expect: True
# expect: True
# expect: True
# expect: 25
# expect: 'nested'
# expect: True
# expect: [(1, 'z'), (2, 'b')]
# expect: TypeError True
