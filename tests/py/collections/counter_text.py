def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import Counter, defaultdict
t1 = 'to be or not to be that is the question'.split()
t(lambda: Counter(t1).most_common(2))
t(lambda: Counter(map(len, t1)))
t(lambda: Counter(''.join(t1)).most_common(1))
t(lambda: sorted(Counter(t1).items())[:3])
t(lambda: {k for k, v in Counter(t1).items() if v > 1} == {'to', 'be'})
t(lambda: sum((Counter(w) for w in t1), Counter())['t'])
t(lambda: Counter(a=3) - Counter(a=1, b=2))
t(lambda: (Counter('aab') & Counter('abb')).total())
idx = defaultdict(set)
for i, w in enumerate(t1): idx[w[0]].add(i)
t(lambda: {k: sorted(v) for k, v in sorted(idx.items())})
def anag(a, b): return Counter(a) == Counter(b)
t(lambda: anag('listen', 'silent'))
t(lambda: anag('ab', 'abb'))
t(lambda: max(Counter('mississippi').items(), key=lambda p: (p[1], p[0])))

# expect: [('to', 2), ('be', 2)]
# expect: Counter({2: 6, 3: 2, 4: 1, 8: 1})
# expect: [('t', 7)]
# expect: [('be', 2), ('is', 1), ('not', 1)]
# expect: True
# expect: 7
# expect: Counter({'a': 2})
# expect: 2
# expect: {'b': [1, 5], 'i': [7], 'n': [3], 'o': [2], 'q': [9], 't': [0, 4, 6, 8]}
# expect: True
# expect: False
# expect: ('s', 4)
