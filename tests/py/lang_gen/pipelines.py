def read(lines):
    for l in lines: yield l.strip()
def nonempty(it): return (x for x in it if x)
def parse(it):
    for x in it:
        k, _, v = x.partition('=')
        yield k, v
def ints(it):
    for k, v in it:
        try: yield k, int(v)
        except ValueError: yield k, None
src = ['a=1', '', ' b=x ', 'c=3']
print(list(ints(parse(nonempty(read(src))))))
def take(n, it):
    for _, x in zip(range(n), it): yield x
def nat(n=0):
    while True: yield n; n += 1
def sieve(it):
    p = next(it); yield p
    yield from sieve(x for x in it if x % p)
print(list(take(10, sieve(nat(2)))), list(take(3, nat(5))))
def chunk(it, n):
    it = iter(it)
    while c := list(take(n, it)): yield c
print(list(chunk(range(7), 3)))

# expect: [('a', 1), ('b', None), ('c', 3)]
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] [5, 6, 7]
# expect: [[0, 1, 2], [3, 4, 5], [6]]
