import random
def gnome(l):
    i = n = 0
    while i < len(l):
        if i == 0 or l[i] >= l[i - 1]: i += 1
        else: l[i], l[i - 1] = l[i - 1], l[i]; i -= 1; n += 1
    return n
def shell(l):
    g = len(l) // 2
    while g:
        for i in range(g, len(l)):
            t, j = l[i], i
            while j >= g and l[j - g] > t: l[j] = l[j - g]; j -= g
            l[j] = t
        g //= 2
def radix(l):
    e = 1
    while any(x // e for x in l):
        b = [[] for _ in range(10)]
        for x in l: b[x // e % 10].append(x)
        l = [x for k in b for x in k]; e *= 10
    return l
def counting(l):
    c = [0] * (max(l) + 1)
    for x in l: c[x] += 1
    return [i for i, n in enumerate(c) for _ in range(n)]
l = random.Random(3).sample(range(100), 20); s = sorted(l)
a = l[:]; n = gnome(a); b = l[:]; shell(b)
print(a == s, n, b == s, radix(l) == s, counting(l) == s, sum(l[i] > l[j] for i in range(20) for j in range(i + 1, 20)) == n)

# expect: True 95 True True True True
