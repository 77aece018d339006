def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class B:
    def __hash__(s): return 1
    def __eq__(s, o): raise ValueError('eq')
s = {B()}
t(lambda: B() in s)
t(lambda: s.add(B()))
t(lambda: s.remove(B()))
t(lambda: s | {B()})
class N:
    def __hash__(s): raise KeyError('hash')
t(lambda: {N()})
t(lambda: N() in s)
n = float('nan'); print(len({n, n}), len({n, float('nan')}), n in {n}, {n} == {n})
t(lambda: {1, 'a', None, (1,), 1.5, b'x'} == {None, b'x', 'a', 1.5, (1,), True})

# expect: ValueError eq
# expect: ValueError eq
# expect: ValueError eq
# expect: ValueError eq
# expect: KeyError 'hash'
# expect: KeyError 'hash'
# expect: 1 2 True True
# expect: True
