def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = list(range(100000))
t(lambda: len(l))
t(lambda: l[99999])
t(lambda: sum(l))
t(lambda: l[::10000])
t(lambda: l.index(77777))
t(lambda: l[-5:])
t(lambda: max(l))
t(lambda: l.pop(50000))
t(lambda: len(l))
l.reverse(); l.sort(); print(l[:3], l[49999:50002])
l *= 2; print(len(l)); del l[10:]; print(l)
m = [[] for _ in range(1000)]
for i in range(10000): m[i % 1000].append(i)
t(lambda: sum(map(len, m)))
t(lambda: m[7][:3])
t(lambda: m[999][-1])
q = []
for i in range(20000): q.insert(0, i) if i % 1000 == 0 else q.append(i)
t(lambda: len(q))
t(lambda: q[0])
t(lambda: q[20])
t(lambda: q[-1])
s = [None] * 50000; s[::2] = [1] * 25000; print(s.count(1), s.count(None), s[1], s[2])

# expect: 100000
# expect: 99999
# expect: 4999950000
# expect: [0, 10000, 20000, 30000, 40000, 50000, 60000, 70000, 80000, 90000]
# expect: 77777
# expect: [99995, 99996, 99997, 99998, 99999]
# expect: 99999
# expect: 50000
# expect: 99999
# expect: [0, 1, 2] [49999, 50001, 50002]
# expect: 199998
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect: 10000
# expect: [7, 1007, 2007]
# expect: 9999
# expect: 20000
# expect: 19000
# expect: 1
# expect: 19999
# expect: 25000 25000 None 1
