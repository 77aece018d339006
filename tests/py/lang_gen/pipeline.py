import itertools as it, re
log = """2024-01-01 ERROR db: timeout after 30s
2024-01-01 INFO web: started
2024-01-02 ERROR web: 500 on /home
2024-01-02 WARN db: slow query 3s
bad line
2024-01-03 ERROR db: connection lost"""
pat = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<level>[A-Z]+) (?P<src>\w+): (?P<msg>.*)")
def lines(t): yield from t.splitlines()
def parse(ls):
    for n, l in enumerate(ls, 1):
        if m := pat.fullmatch(l): yield n, m.groupdict()
        else: print(f"skip line {n}: {l!r}")
def only(level, recs): return (r for r in recs if r[1]["level"] == level)
def by(key, recs):
    recs = sorted(recs, key=lambda r: r[1][key])
    for k, grp in it.groupby(recs, key=lambda r: r[1][key]): yield k, [r[1]["msg"] for r in grp]
for k, msgs in by("src", only("ERROR", parse(lines(log)))): print(f"{k:>5} | {len(msgs)} | {'; '.join(msgs)}")
def chunked(s, n):
    i = iter(s)
    while c := list(it.islice(i, n)): yield c
print(list(chunked("abcdefg", 3)), list(it.pairwise(range(4))), list(it.accumulate([1, 2, 3], initial=10)))
def sieve():
    yield 2
    comp = {}
    for n in it.count(3, 2):
        p = comp.pop(n, None)
        if p is None: comp[n * n] = n; yield n
        else:
            q = n + 2 * p
            while q in comp: q += 2 * p
            comp[q] = p
print(list(it.takewhile(lambda p: p < 50, sieve())))
def flatten(x):
    for e in x:
        if isinstance(e, (list, tuple)): yield from flatten(e)
        else: yield e
print(list(flatten([1, [2, (3, [4, []])], 5])))
def coroutine(f):
    def w(*a):
        g = f(*a); next(g); return g
    return w
@coroutine
def avg():
    n = t = 0; a = None
    while True: x = yield a; n += 1; t += x; a = t / n
a = avg(); print([a.send(v) for v in (10, 20, 30)])
@coroutine
def broadcast(*ts):
    while True:
        v = yield
        for t in ts: t.send(v)
@coroutine
def printer(p):
    try:
        while True: print(p, (yield))
    except GeneratorExit: print(p, "closed")
b = broadcast(printer("A"), printer("B")); b.send(1); b.close(); del b
def tree(n): 
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(3)), sum(1 for _ in tree(10)))

# expect: skip line 5: 'bad line'
# expect:    db | 2 | timeout after 30s; connection lost
# expect:   web | 1 | 500 on /home
# expect: [['a', 'b', 'c'], ['d', 'e', 'f'], ['g']] [(0, 1), (1, 2), (2, 3)] [10, 11, 13, 16]
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
# expect: [1, 2, 3, 4, 5]
# expect: [10.0, 15.0, 20.0]
# expect: A 1
# expect: B 1
# expect: A closed
# expect: B closed
# expect: [1, 2, 1, 3, 1, 2, 1] 1023
