def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class M:
    def __eq__(s, o): l.clear(); return False
l = [M(), M(), 3]
t(lambda: 3 in l)
t(lambda: l)
l = [M(), 3]
t(lambda: l.index(3))
class R:
    def __eq__(s, o): l.clear(); return True
l = [R(), 1]
try: l.remove(5); print(l)
except Exception as e: print(type(e).__name__, e)
class A:
    def __eq__(s, o): l.append(1) if len(l) < 10 else None; return False
l = [A()]
t(lambda: l.count(1))

# expect: False
# expect: []
# expect: ValueError list.index(x): x not in list
# expect: []
# expect: 1
