import weakref, gc, sys
class A:
    def __init__(s, n=0):
        s.n = n
    def __del__(s):
        print('del', s.n)
    def m(s):
        return s.n
a = A(1)
r = weakref.ref(a, lambda w: print('cb', w() is None))
print(r() is a, weakref.getweakrefcount(a), r == weakref.ref(a))
del a
print(r(), repr(r).split(';')[1])
p = A(2)
px = weakref.proxy(p)
print(px.n, px.m(), isinstance(px, A), type(px).__name__)
px.n = 5
print(p.n)
del p
try:
    px.n
except ReferenceError as e:
    print(e)
d = weakref.WeakValueDictionary()
k = A(3)
d['k'] = k
print(len(d), d['k'].n, list(d))
del k
print(len(d), d.get('k'))
wk = weakref.WeakKeyDictionary()
k = A(4)
wk[k] = 'v'
print(len(wk), wk[k])
del k
print(len(wk))
ws = weakref.WeakSet()
k = A(5)
ws.add(k)
print(len(ws), k in ws)
del k
print(len(ws))
k = A(6)
wm = weakref.WeakMethod(k.m)
print(wm()())
del k
print(wm())
f = weakref.finalize(A(7) if 0 else (q := A(7)), print, 'final', (x := 1))
print(f.alive, f.peek()[1:] == (print, ('final', 1), {}))
del q
print(f.alive)
for o in (1, 'a', (), None, [], {}, object()):
    try:
        weakref.ref(o)
        print('ok')
    except TypeError as e:
        print(e)
class S:
    __slots__ = ('x',)
try:
    weakref.ref(S())
except TypeError as e:
    print(e)
class S2:
    __slots__ = ('x', '__weakref__')
s = S2()
print(weakref.ref(s)() is s, weakref.getweakrefs(s) == [weakref.ref(s)] if 0 else '')
print('done', gc.isenabled(), gc.get_threshold()[0] > 0, gc.get_count()[0] >= 0)
gc.disable()
print(gc.isenabled())
gc.enable()
class R:
    def __del__(s):
        global saved
        saved = s
R() and None
print(type(saved).__name__)
l = [1]
print(sys.getrefcount(l) >= 1, gc.is_tracked(l), gc.is_tracked(1), l in gc.get_referents([l]))
print('end')

# expect: True 1 True
# expect: del 1
# expect: cb True
# expect: None  dead>
# expect: 2 2 True ProxyType
# expect: 5
# expect: del 5
# expect: weakly-referenced object no longer exists
# expect: 1 3 ['k']
# expect: del 3
# expect: 0 None
# expect: 1 v
# expect: del 4
# expect: 0
# expect: 1 True
# expect: del 5
# expect: 0
# expect: 6
# expect: del 6
# expect: None
# expect: True True
# expect: del 7
# expect: final 1
# expect: False
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'NoneType' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'dict' object
# expect: cannot create weak reference to 'object' object
# expect: cannot create weak reference to 'S' object
# expect: True 
# expect: done True True True
# expect: False
# expect: R
# expect: True True False True
# expect: end
