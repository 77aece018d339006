def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

text = 'The quick brown fox. The lazy dog! The end?'
words = [w.strip('.!?').lower() for w in text.split()]
t(lambda: sorted({w: words.count(w) for w in words}.items(), key=lambda p: (-p[1], p[0]))[:3])
t(lambda: ' '.join(w[::-1] for w in words))
t(lambda: ' '.join(sorted(words, key=len)))
t(lambda: max(words, key=len))
t(lambda: [w for w in words if w == w[::-1]])
t(lambda: ''.join(c for c in text if c.isalpha()).lower())
t(lambda: sum(map(len, words)))
t(lambda: text.title().swapcase())
t(lambda: text.count('The'))
t(lambda: text.replace('The', 'A', 1))
t(lambda: [text[i:i + 10] for i in range(0, len(text), 10)])
t(lambda: text.split('. '))
t(lambda: text.partition('fox'))
t(lambda: {len(w) for w in words} == {3, 5, 4})

# expect: [('the', 3), ('brown', 1), ('dog', 1)]
# expect: 'eht kciuq nworb xof eht yzal god eht dne'
# expect: 'the fox the dog the end lazy quick brown'
# expect: 'quick'
# expect: []
# expect: 'thequickbrownfoxthelazydogtheend'
# expect: 32
# expect: 'tHE qUICK bROWN fOX. tHE lAZY dOG! tHE eND?'
# expect: 3
# expect: 'A quick brown fox. The lazy dog! The end?'
# expect: ['The quick ', 'brown fox.', ' The lazy ', 'dog! The e', 'nd?']
# expect: ['The quick brown fox', 'The lazy dog! The end?']
# expect: ('The quick brown ', 'fox', '. The lazy dog! The end?')
# expect: True
