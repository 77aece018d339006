class D:
    def __get__(self, o, t): return ('get', o is not None, t.__name__)
    def __set__(self, o, v): print('set', v); o.__dict__['d'] = v
    def __delete__(self, o): print('del')
    def __set_name__(self, owner, name): print('name', owner.__name__, name)
class N:
    def __get__(self, o, t=None): return 'nondata'
class C:
    d = D()
    n = N()
c = C()
print(c.d, C.d); c.d = 5; print(c.d, c.__dict__); del c.d
print(c.n); c.n = 'inst'; print(c.n, C.n); del c.n; print(c.n)
class SetOnly:
    def __set__(self, o, v): o.__dict__['s'] = v * 2
class E: s = SetOnly()
e = E(); print(e.s is E.__dict__['s']); e.s = 4; print(e.s)
try: del e.s
except AttributeError as x: print(x)
class GetOnlyErr:
    def __get__(self, o, t): raise AttributeError('custom')
class F: g = GetOnlyErr()
try: F().g
except AttributeError as x: print(x)
print(hasattr(F, 'g'), getattr(F(), 'g', 'dflt'))
C.late = D(); print(c.late)
C.d = 'replaced'; print(c.d)
i = C(); i.inst = D(); print(type(i.inst).__name__)

# expect: name C d
# expect: ('get', True, 'C') ('get', False, 'C')
# expect: set 5
# expect: ('get', True, 'C') {'d': 5}
# expect: del
# expect: nondata
# expect: inst nondata
# expect: nondata
# expect: True
# expect: 8
# expect: __delete__
# expect: custom
# expect: False dflt
# expect: ('get', True, 'C')
# expect: 5
# expect: D
