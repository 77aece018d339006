def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def merge(a, b):
    r = dict(a)
    for k, v in b.items(): r[k] = merge(r[k], v) if isinstance(v, dict) and isinstance(r.get(k), dict) else v
    return r
t(lambda: merge({'a': {'x': 1, 'y': 2}, 'b': 1}, {'a': {'y': 3, 'z': 4}, 'c': 5}))
def get(d, path, default=None):
    for p in path.split('.'):
        if not isinstance(d, dict) or p not in d: return default
        d = d[p]
    return d
t(lambda: get({'a': {'b': {'c': 5}}}, 'a.b.c'))
t(lambda: get({'a': 1}, 'a.b', 'no'))
def flat(d, pre=''):
    out = {}
    for k, v in d.items():
        if isinstance(v, dict): out.update(flat(v, pre + k + '.'))
        else: out[pre + k] = v
    return out
t(lambda: flat({'a': 1, 'b': {'c': 2, 'd': {'e': 3}}}))
t(lambda: flat({}))
def unflat(d):
    out = {}
    for k, v in d.items():
        *p, last = k.split('.'); cur = out
        for x in p: cur = cur.setdefault(x, {})
        cur[last] = v
    return out
t(lambda: unflat({'a': 1, 'b.c': 2, 'b.d.e': 3}))

# expect: {'a': {'x': 1, 'y': 3, 'z': 4}, 'b': 1, 'c': 5}
# expect: 5
# expect: 'no'
# expect: {'a': 1, 'b.c': 2, 'b.d.e': 3}
# expect: {}
# expect: {'a': 1, 'b': {'c': 2, 'd': {'e': 3}}}
