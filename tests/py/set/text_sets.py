def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

text = 'the quick brown fox jumps over the lazy dog'
t(lambda: len(set(text) - {' '}))
t(lambda: set('abcdefghijklmnopqrstuvwxyz') <= set(text))
t(lambda: sorted({w for w in text.split() if len(w) == 3}))
t(lambda: sorted({w[0] for w in text.split()}))
t(lambda: len(set(text.split())))
t(lambda: sorted(set('python') & set('typhoon')))
t(lambda: sorted(set('listen') ^ set('silence')))
t(lambda: {len(w) for w in text.split()} == {3, 4, 5})
def jaccard(a, b): a, b = set(a), set(b); return round(len(a & b) / len(a | b), 3)
t(lambda: jaccard('night', 'nacht'))
t(lambda: jaccard([1, 2], [2, 3]))
t(lambda: jaccard('a', 'a'))

# expect: 26
# expect: True
# expect: ['dog', 'fox', 'the']
# expect: ['b', 'd', 'f', 'j', 'l', 'o', 'q', 't']
# expect: 8
# expect: ['h', 'n', 'o', 'p', 't', 'y']
# expect: ['c', 't']
# expect: True
# expect: 0.429
# expect: 0.333
# expect: 1.0
