def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class M:
    def __init__(s): s.log = []
    def keys(s): s.log.append('keys'); return ['a', 'b']
    def __getitem__(s, k): s.log.append(k); return k * 2
m = M(); print({**m}, m.log); m.log.clear()
print((lambda **k: k)(**m), m.log); m.log.clear()
print(dict(m), m.log)
d = {}; d.update(m); d |= [('z', 0)]; print(d)
class Bad:
    def keys(s): return 5
    def __getitem__(s, k): return 1
t(lambda: dict(Bad()))
t(lambda: {**Bad()})
class Bad2:
    def keys(s): return ['a']
    def __getitem__(s, k): raise RuntimeError('item')
t(lambda: dict(Bad2()))
t(lambda: (lambda **k: k)(**Bad2()))
t(lambda: {}.update(Bad2()))

# expect: {'a': 'aa', 'b': 'bb'} ['keys', 'a', 'b']
# expect: {'a': 'aa', 'b': 'bb'} ['keys', 'a', 'b']
# expect: {'a': 'aa', 'b': 'bb'} ['keys', 'a', 'b']
# expect: {'a': 'aa', 'b': 'bb', 'z': 0}
# expect: TypeError Bad.keys() returned a non-iterable (type int)
# expect: TypeError Bad.keys() returned a non-iterable (type int)
# expect: RuntimeError item
# expect: RuntimeError item
# expect: RuntimeError item
