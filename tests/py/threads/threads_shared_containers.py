import threading, collections, queue
N = 4
K = 3000
d, l, s, dq, c = ({}, [], set(), collections.deque(), collections.Counter())
def run(f):
    ts = [threading.Thread(target=f, args=(i,)) for i in range(N)]
    [t.start() for t in ts]
    [t.join() for t in ts]
def w(i):
    for k in range(K):
        d[i, k] = k
        l.append(k)
        s.add((i, k % 100))
        dq.append(k)
        d.setdefault('shared', i)
run(w)
print(len(d) == N * K + 1, len(l) == N * K, len(s) == N * 100, len(dq) == N * K)
print(sum(l) == N * sum(range(K)))
def r(i):
    n = 0
    for k in range(K // 3):
        try:
            n += l.pop() is not None
        except IndexError:
            pass
        try:
            dq.popleft()
            dq.appendleft(k)
            dq.rotate(1)
        except IndexError:
            pass
        d.pop((i, k), None)
        s.discard((i, k % 100))
        list(d.items())[:1] if k % 200 == 0 else None
        sorted(s)[:1] if k % 200 == 0 else None
        try:
            for x in s:
                break
        except RuntimeError:
            pass
run(r)
print(len(l) == N * K - N * (K // 3), len(s), len(d) == N * K + 1 - N * (K // 3), len(dq) == N * K)
shared = [0] * 10
lock = threading.Lock()
def inc(i):
    for k in range(K):
        with lock:
            shared[k % 10] += 1
run(inc)
print(sum(shared) == N * K)
class O:
    pass
o = O()
def attrs(i):
    for k in range(K):
        setattr(o, f'a{k % 50}', i)
        getattr(o, f'a{k * 7 % 50}', None)
        o.__dict__.get('a1')
        hasattr(o, 'zz')
    for k in range(50):
        if k % N == i:
            delattr(o, f'a{k}')
run(attrs)
print(len(vars(o)) <= 50, set(vars(o).values()) <= set(range(N)))
it = iter(range(N * K))
got = [[] for _ in range(N)]
def nx(i):
    got[i].extend(it)
run(nx)
print(sorted((x for g in got for x in g)) == list(range(N * K)))
import itertools
cn = itertools.count()
seen = [[] for _ in range(N)]
def ct(i):
    seen[i] = [next(cn) for _ in range(K)]
run(ct)
print(len(set((x for g in seen for x in g))) == N * K)
q = queue.Queue(10)
tot = []
def pc(i):
    if i % 2:
        [q.put(k) for k in range(500)]
    else:
        tot.append(sum((q.get() for _ in range(500))))
run(pc)
print(sum(tot) == N // 2 * sum(range(500)))
def classes(i):
    for k in range(200):
        T = type(f'T{k}', (O,), {'m': lambda self: k})
        assert T().m() == k
        O.shared = k
        assert T.shared is not None
        T.x = 1
        del T.x
run(classes)
print('classes ok')
sbuf = []
def strs(i):
    t = ''
    for k in range(500):
        t += str(k % 10)
        '%s-%d' % (t[-3:], k)
        f'{t[-2:]:>5}'
        t.upper()
        t.encode().decode()
        t.split('5')
        hash(t)
    sbuf.append(t)
run(strs)
print(len(set(sbuf)), len(sbuf[0]))
def gens(i):
    def g(n):
        for j in range(n):
            yield j
    assert sum((sum(g(50)) for _ in range(100))) == 100 * sum(range(50))
run(gens)
print('gens ok')
def excs(i):
    for k in range(500):
        try:
            {}[k]
        except KeyError as e:
            assert e.args == (k,)
        try:
            raise ValueError(k) from None
        except ValueError as e:
            e.add_note('n')
run(excs)
print('excs ok')
memo = {}
def fib(n):
    if n < 2:
        return n
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
res = []
run(lambda i: res.append(fib(150)))
print(len(set(res)), res[0])
import functools
@functools.lru_cache(50)
def lc(n):
    return n * n
def lru(i):
    for k in range(K):
        assert lc(k % 80) == (k % 80) ** 2
run(lru)
print(lc.cache_info().currsize <= 50, lc.cache_info().hits + lc.cache_info().misses == N * K)
ba = bytearray()
bl = threading.Lock()
def bys(i):
    for k in range(500):
        ba.append(i)
        ba.extend(b'xy')
        bytes(ba[:5])
        ba.find(b'x')
run(bys)
print(len(ba) == N * 500 * 3)
import re, json, random
def libs(i):
    r = random.Random(i)
    for k in range(100):
        assert re.sub('(\\d+)', lambda m: str(int(m[1]) + 1), f'a{k}b') == f'a{k + 1}b'
        assert json.loads(json.dumps({'k': [k, None, 'é']})) == {'k': [k, None, 'é']}
        sorted([r.random() for _ in range(20)])
run(libs)
print('libs ok')

# expect: True True True True
# expect: True
# expect: True 0 True True
# expect: True
# expect: True True
# expect: True
# expect: True
# expect: True
# expect: classes ok
# expect: 1 500
# expect: gens ok
# expect: excs ok
# expect: 1 9969216677189303386214405760200
# expect: True True
# expect: True
# expect: libs ok
