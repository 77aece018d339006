def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = []; t1 = (l,); l.append(t1); print(t1)
t2 = (1, t1); print(t2)
class R:
    def __repr__(s): return 'R'
t(lambda: ((R(),), (R(), R()), str((R(),)), f'{(1,)}', '%s' % ((1, 2),), '%s %s' % (1, 2), (1.0, 'x', None, b'y', {1}, [2])))

# expect: ([(...)],)
# expect: (1, ([(...)],))
# expect: ((R,), (R, R), '(R,)', '(1,)', '(1, 2)', '1 2', (1.0, 'x', None, b'y', {1}, [2]))
