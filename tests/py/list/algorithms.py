def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def bubble(l):
    l = l[:]
    for i in range(len(l)):
        for j in range(len(l) - 1 - i):
            if l[j] > l[j + 1]: l[j], l[j + 1] = l[j + 1], l[j]
    return l
def quick(l): return l if len(l) < 2 else quick([x for x in l[1:] if x < l[0]]) + [l[0]] + quick([x for x in l[1:] if x >= l[0]])
def merge(l):
    if len(l) < 2: return l
    a, b, o = merge(l[:len(l) // 2]), merge(l[len(l) // 2:]), []
    while a and b: o.append((a if a[0] <= b[0] else b).pop(0))
    return o + a + b
def insertion(l):
    l = list(l)
    for i in range(1, len(l)):
        j, x = i, l[i]
        while j and l[j - 1] > x: l[j] = l[j - 1]; j -= 1
        l[j] = x
    return l
def heap(l):
    l = list(l)
    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and l[c + 1] > l[c]: c += 1
            if l[i] >= l[c]: break
            l[i], l[c] = l[c], l[i]; i = c
    for i in range(len(l) // 2, -1, -1): sift(i, len(l))
    for n in range(len(l) - 1, 0, -1): l[0], l[n] = l[n], l[0]; sift(0, n)
    return l
data = [(i * 7919) % 101 for i in range(60)]
t(lambda: [f(data) == sorted(data) for f in (bubble, quick, merge, insertion, heap)])
t(lambda: [f([]) for f in (bubble, quick, merge, insertion, heap)])
def bs(l, x):
    a, b = 0, len(l)
    while a < b:
        m = (a + b) // 2
        if l[m] < x: a = m + 1
        else: b = m
    return a
t(lambda: [bs([1, 3, 5, 7], x) for x in (0, 1, 4, 7, 8)])

# expect: [True, True, True, True, True]
# expect: [[], [], [], [], []]
# expect: [0, 0, 2, 3, 4]
