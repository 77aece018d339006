def f():
    if (n := 10) > 5: pass
    return n
print(f())
def g():
    r = [last := i for i in range(4)]
    return last, r
print(g())
def h():
    def inner(): return [o := i for i in range(3)], o
    return inner()
print(h())
print([(k := j * 2) for j in range(3)], k)
class C:
    (w := 5)
    v = w + 1
print(C.w, C.v)
print((lambda: (q := 1) + q)())
try: q
except NameError as e: print(e)
def n():
    total = 0
    def add(x):
        nonlocal total
        return (total := total + x)
    add(1); add(2)
    return total
print(n())

# expect: 10
# expect: (3, [0, 1, 2, 3])
# expect: ([0, 1, 2], 2)
# expect: [0, 2, 4] 4
# expect: 5 6
# expect: 2
# expect: name 'q' is not defined
# expect: 3
