def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import defaultdict
class Trie:
    def __init__(s): s.k, s.end = defaultdict(Trie), False
    def add(s, w):
        n = s
        for c in w: n = n.k[c]
        n.end = True
    def walk(s, pre=''):
        if s.end: yield pre
        for c in sorted(s.k): yield from s.k[c].walk(pre + c)
    def find(s, p):
        n = s
        for c in p:
            if c not in n.k: return []
            n = n.k[c]
        return list(n.walk(p))
t1 = Trie()
for w in 'car card care cat dog do'.split(): t1.add(w)
t(lambda: list(t1.walk()))
t(lambda: t1.find('car'))
t(lambda: t1.find('z'))
t(lambda: t1.find('do'))
t(lambda: t1.find(''))

# expect: ['car', 'card', 'care', 'cat', 'do', 'dog']
# expect: ['car', 'card', 'care']
# expect: []
# expect: ['do', 'dog']
# expect: ['car', 'card', 'care', 'cat', 'do', 'dog']
