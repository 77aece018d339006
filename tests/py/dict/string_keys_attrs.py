def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {}
for w in ['alpha', 'beta', 'al' + 'pha', ''.join(['b', 'eta']), 'Alpha'.lower()]: d[w] = d.get(w, 0) + 1
t(lambda: d)
t(lambda: d['alpha'])
t(lambda: 'al' 'pha' in d)
t(lambda: {f'k{i}': i for i in range(3)})
t(lambda: {'a b': 1}['a' + ' ' + 'b'])
t(lambda: {'ключ': 1}['ключ'])
t(lambda: {'\x00': 1}['\x00'])
t(lambda: {'a': 1}.get('a\x00'))
class S(str):
    def __hash__(s): return 5
    def __eq__(s, o): return False
t(lambda: S('a') in {'a': 1})
t(lambda: {S('a'): 1}.get('a'))
t(lambda: len({S('a'): 1, 'a': 2}))
class T(str): pass
t(lambda: {'a': 1}[T('a')])
t(lambda: {T('a'): 1}['a'])
t(lambda: type(list({T('a'): 1})[0]).__name__)

# expect: {'alpha': 3, 'beta': 2}
# expect: 3
# expect: True
# expect: {'k0': 0, 'k1': 1, 'k2': 2}
# expect: 1
# expect: 1
# expect: 1
# expect: None
# expect: False
# expect: None
# expect: 2
# expect: 1
# expect: 1
# expect: 'T'
