import copy
a = [1, [2, {3: [4]}]]; b = copy.copy(a); c = copy.deepcopy(a); a[1][1][3].append(5); print(b, c)
class N:
    def __init__(s, v): s.v, s.n = v, None
x, y = N(1), N(2); x.n, y.n = y, x
z = copy.deepcopy(x); print(z.v, z.n.v, z.n.n is z, z is x, copy.copy(x).n is y)
print(copy.deepcopy({(1, 2): {3}}), copy.copy(range(3)), copy.deepcopy(len) is len, copy.copy('a'), copy.deepcopy(int) is int)
try: copy.copy((i for i in ()))
except TypeError as e: print(e)
import collections; P = collections.namedtuple('P', 'a b'); print(copy.copy(P(1, 2))._replace(b=5))

# expect: [1, [2, {3: [4, 5]}]] [1, [2, {3: [4]}]]
# expect: 1 2 True False True
# expect: {(1, 2): {3}} range(0, 3) True a True
# expect: cannot pickle 'generator' object
# expect: P(a=1, b=5)
