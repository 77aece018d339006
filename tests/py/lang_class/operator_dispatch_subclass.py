class A(int):
    def __add__(s, o): return 'A.add'
    def __radd__(s, o): return 'A.radd'
    def __eq__(s, o): return 'A.eq'
    def __lt__(s, o): return 'A.lt'
    def __gt__(s, o): return 'A.gt'
    __hash__ = int.__hash__
print(1 + A(2), A(1) + 2, A(1) + A(2), 1 == A(1), 1 < A(5), 1 > A(5), A(1) - 1, 5 - A(2))
class S(str):
    def __radd__(s, o): return 'S.radd ' + o
    def __mod__(s, o): return 'S.mod'
    def __rmod__(s, o): return 'S.rmod'
    def __eq__(s, o): return 'S.eq'
    __hash__ = str.__hash__
print('x' + S('y'), S('%d') % 1, '%s' % S('q'), 'a' == S('a'), S('z') + 'w')
class L(list):
    def __radd__(s, o): return 'L.radd'
    def __iadd__(s, o): return 'L.iadd'
    def __getitem__(s, i): return ('L.get', i)
    def __len__(s): return 99
    def __iter__(s): return iter('iter')
    def __contains__(s, x): return True
l = L([1, 2]); print([0] + l, l[0], len(l), list(l), 'zz' in l, l)
l += [1]; print(l)
class D(dict):
    def __getitem__(s, k): return 'D.get'
    def __setitem__(s, k, v): print('D.set', k); super().__setitem__(k, v)
    def get(s, k, d=None): return 'D.getm'
    def keys(s): return ['fake']
    def __iter__(s): return iter(['fakeiter'])
d = D(a=1); d['b'] = 2; d.update(c=3); d.setdefault('e', 4)
print(d['zz'], d.get('a'), dict.copy(d), list(d), '%(a)s' % d, len(d))

# expect: A.radd A.add A.add A.eq A.gt A.lt 0 3
# expect: S.radd x S.mod S.rmod S.eq zw
# expect: L.radd ('L.get', 0) 99 ['i', 't', 'e', 'r'] True [1, 2]
# expect: L.iadd
# expect: D.set b
# expect: D.get D.getm {'fake': 'D.get'} ['fakeiter'] D.get 4
