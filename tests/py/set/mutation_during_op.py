def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class E:
    def __init__(s, n): s.n = n
    def __hash__(s): return 1
    def __eq__(s, o): victim.clear(); return False
victim = {E(1)}
victim.add(E(2)); print(len(victim) <= 2)
victim = {E(1), 5}
t(lambda: E(3) in victim)
log = []
class D:
    def __init__(s, n): s.n = n
    def __del__(s): log.append(s.n)
s = {D(1)}; s.clear(); print(log); s = {D(2)}; s.pop(); print(log); s = {D(3)}; s = None; print(log)
def gen():
    yield 1; yield 2; raise KeyError('gen')
s = {0}
t(lambda: s.update(gen()))
t(lambda: sorted(s))

# expect: True
# expect: False
# expect: [1]
# expect: [1, 2]
# expect: [1, 2, 3]
# expect: KeyError 'gen'
# expect: [0, 1, 2]
