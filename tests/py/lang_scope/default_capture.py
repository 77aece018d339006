fs = []
for i in range(3):
    def f(i=i, j=[i]): return i, j, globals()['i']
    fs.append(f)
print([f() for f in fs])
def outer(x):
    def inner(y=x): return y
    x = 99
    return inner()
print(outer(1))
class A:
    v = 1
    def m(self, x=v): return x
A.v = 2
print(A().m())
def rec(n, acc=None):
    acc = acc if acc is not None else []
    acc.append(n)
    return rec(n - 1, acc) if n else acc
print(rec(3), rec(1))

# expect: [(0, [0], 2), (1, [1], 2), (2, [2], 2)]
# expect: 1
# expect: 1
# expect: [3, 2, 1, 0] [1, 0]
