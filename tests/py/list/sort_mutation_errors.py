def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = [3, 2, 1]
def k(x): l.append(9); return x
try: l.sort(key=k)
except ValueError as e: print(e, len(l) >= 3)
def bad(x):
    if x == 2: raise KeyError('in key')
    return x
m = [3, 2, 1]
try: m.sort(key=bad)
except KeyError as e: print(e, m)
class L:
    def __init__(s, v): s.v = v
    def __lt__(s, o):
        if o.v == 5 or s.v == 5: raise RuntimeError('cmp')
        return s.v < o.v
    def __repr__(s): return str(s.v)
q = [L(4), L(5), L(1)]
try: q.sort()
except RuntimeError as e: print(e, sorted(x.v for x in q))
seen = []
z = [1, 2]; z.sort(key=lambda v: seen.append(len(z)) or v); print(seen)

# expect: list modified during sort True
# expect: 'in key' [3, 2, 1]
# expect: cmp [1, 4, 5]
# expect: [0, 0]
