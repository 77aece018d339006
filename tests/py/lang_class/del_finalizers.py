log = []
class A:
    def __init__(s, n): s.n = n
    def __del__(s): log.append(s.n)
a = A(1); del a; print(log)
a = A(2); a = None; print(log)
def f(): x = A(3); return 'ret'
print(f(), log)
l = [A(4), A(5)]; l.clear(); print(log)
d = {'k': A(6)}; d['k'] = 1; print(log)
A(7); print(log)
b = A(8); c = b; del b; print(log); del c; print(log)
class R:
    keep = None
    def __del__(s): R.keep = s; log.append('resurrect')
r = R(); del r; print(log[-1], R.keep is not None)
R.keep = None; print(log.count('resurrect'))
import gc
class Cyc:
    def __init__(s): s.me = s
    def __del__(s): log.append('cycle')
x = Cyc(); del x; gc.collect(); print(log[-1])
t = (A(9), [A(10)]); del t; print(sorted(log[-2:]))
try: raise ValueError(A(11))
except ValueError: pass
print(log[-1])

# expect: [1]
# expect: [1, 2]
# expect: ret [1, 2, 3]
# expect: [1, 2, 3, 5, 4]
# expect: [1, 2, 3, 5, 4, 6]
# expect: [1, 2, 3, 5, 4, 6, 7]
# expect: [1, 2, 3, 5, 4, 6, 7]
# expect: [1, 2, 3, 5, 4, 6, 7, 8]
# expect: resurrect True
# expect: 1
# expect: cycle
# expect: [9, 10]
# expect: 11
