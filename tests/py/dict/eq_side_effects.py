def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class E:
    def __init__(s, f): s.f = f
    def __hash__(s): return 1
    def __eq__(s, o): s.f(); return True
def boom(): raise ValueError('eq boom')
d = {E(boom): 1}
t(lambda: d[E(boom)])
t(lambda: E(boom) in d)
t(lambda: d.get(E(boom)))
d = {}
d[E(lambda: d.clear())] = 1
try: d[E(lambda: d.clear())] = 2; print(len(d))
except Exception as e: print(type(e).__name__, e)
class BH:
    def __hash__(s): raise KeyError('hash boom')
t(lambda: {BH(): 1})
t(lambda: {}.get(BH()))
t(lambda: BH() in {})
class Mut:
    def __init__(s): s.h = 1
    def __hash__(s): return s.h
k = Mut(); d = {k: 'v'}; k.h = 2
t(lambda: k in d)
t(lambda: list(d)[0] is k)
t(lambda: len(d))

# expect: ValueError eq boom
# expect: ValueError eq boom
# expect: ValueError eq boom
# expect: 1
# expect: KeyError 'hash boom'
# expect: KeyError 'hash boom'
# expect: KeyError 'hash boom'
# expect: False
# expect: True
# expect: 1
