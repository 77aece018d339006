import functools, time
def timed(f):
    @functools.wraps(f)
    def w(*a, **k):
        w.calls += 1
        return f(*a, **k)
    w.calls = 0
    return w
def cache(n):
    def deco(f):
        d = {}
        @functools.wraps(f)
        def w(*a):
            if a in d: d[a] = d.pop(a)
            else:
                if len(d) >= n: del d[next(iter(d))]
                d[a] = f(*a)
            return d[a]
        w.d = d
        return w
    return deco
@cache(3)
@timed
def sq(x): return x * x
print([sq(i) for i in (1, 2, 1, 3, 4, 1, 2)], sq.__wrapped__.calls, list(sq.d), sq.__name__)

# expect: [1, 4, 1, 9, 16, 1, 4] 5 [(4,), (1,), (2,)] sq
