import itertools
def t(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
l = [0,1,2,3,4,5]; tp = tuple(l); s = 'abcdef'; w = 'añb€c😀'; b = b'abcdef'
bounds = [None, -100, -6, -3, -1, 0, 1, 3, 6, 100, True, 10**20, -10**20]
out = []
for i, j in itertools.product(bounds, bounds):
    out.append((l[i:j], tp[i:j], s[i:j], w[i:j], b[i:j]))
    for k in (None, 1, -1, 2, -2, 7): out.append((l[i:j:k], tp[i:j:k], s[i:j:k]))
import hashlib
print(len(out), hashlib.md5(repr(out).encode()).hexdigest())
out = []
for i, j in itertools.product(bounds, bounds):
    m = l[:]; m[i:j] = 'xy'; out.append(m)
    m = l[:]; m[i:j] = []; out.append(m)
    m = l[:]; m[i:j] = m; out.append(m)
    m = l[:]; m[i:j] = m[::-1]; out.append(m)
    m = l[:]
    try: m[i:j:-1] = m[i:j:-1]
    except Exception as e: out.append(str(e))
    out.append(m)
    m = l[:]; del m[i:j]; out.append(m)
    m = l[:]; m[i:j] += [9]; out.append(m)
print(len(out), hashlib.md5(repr(out).encode()).hexdigest())
print(l[:] is l, tp[:] is tp, s[:] is s, tp[0:6] is tp, s[0:100] is s)
def setit(v, x):
    l = [1, 2, 3]; l[v:x] = 5
print(t(lambda: l[::0]), t(lambda: l['a':]), t(lambda: s[1.5:]), t(lambda: setit(0, 1))[0], t(lambda: tp[:None:0]))
def g():
    x = [1,2,3,4]
    yield x[1:3]
    x[1:3] = [7]; yield x
    x[:] = (i for i in range(3)); yield x
    try: x[0:1] = 3
    except TypeError as e: yield type(e).__name__
    yield (x, 1)[0][1:][:1]
print(list(g()))
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print(l[I(1):I(3)], s[I(-2):])
class L(list):
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v)
q = L(l); q[1:2] = 3; print(q[1:2], q[::2])
import sys
def bad():
    x = [1]
    x[0:1] = \
        3
try: bad()
except TypeError as e: print(e.__traceback__.tb_next.tb_lineno - bad.__code__.co_firstlineno)

# expect: 1183 382af1a4539946a68d67efc437a90b7e
# expect: 1183 04c14a8ae17da6c52836219e5e915525
# expect: False True True True True
# expect: ('ValueError', 'slice step cannot be zero') ('TypeError', 'slice indices must be integers or None or have an __index__ method') ('TypeError', 'slice indices must be integers or None or have an __index__ method') TypeError ('ValueError', 'slice step cannot be zero')
# expect: [[2, 3], [0, 1, 2], [0, 1, 2], 'TypeError', [1]]
# expect: [1, 2] ef
# expect: set slice(1, 2, None) 3
# expect: slice(1, 2, None) slice(None, None, 2)
# expect: 2
