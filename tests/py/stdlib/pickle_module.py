import pickle
class A:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return s.x == o.x
for v in (None, True, 5, -2 ** 70, 1.5, 'é', b'b', [1, [2]], (1,), {'a': {1}}, frozenset([1]), A([1]), len, A, range(3), 1j, ..., bytearray(b'q'), slice(1)):
    for p in (0, 2, 5): assert pickle.loads(pickle.dumps(v, p)) == v, v
l = [1]; l.append(l); m = pickle.loads(pickle.dumps(l)); print(m[1] is m)
a = A(1); x, y = pickle.loads(pickle.dumps([a, a])); print(x is y, x.x)
class S:
    def __getstate__(s): return {'k': 1}
    def __setstate__(s, st): s.st = st
class R:
    def __reduce__(s): return (int, ('5',))
print(pickle.loads(pickle.dumps(S())).st, pickle.loads(pickle.dumps(R())), pickle.dumps(1, 0))
for f in (lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(b''), lambda: pickle.loads(b'zz'), lambda: pickle.dumps(x for x in ()), lambda: pickle.dumps(1, 99)):
    try: f()
    except Exception as e: print(type(e).__name__)

# since-3.14: AttributeError => PicklingError
# expect: True
# expect: True 1
# expect: {'k': 1} 5 b'I1\n.'
# expect: PicklingError
# expect: EOFError
# expect: UnpicklingError
# expect: TypeError
# expect: ValueError
