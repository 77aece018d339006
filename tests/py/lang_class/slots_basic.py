class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2); print(p.x, p.y, hasattr(p, '__dict__'), P.__slots__)
for s in ['p.z = 1', 'p.__dict__', 'del p.x; p.x', 'del p.x']:
    try: exec(s)
    except AttributeError as e: print(e)
print(type(P.x).__name__, P.y.__get__(p), P.x)
P.y.__set__(p, 9); print(p.y)
class Q(P): pass
q = Q(1, 2); q.z = 3; print(q.__dict__, q.x)
class R(P): __slots__ = 'w'
r = R(1, 2); r.w = 5; print(r.w, r.x)
try: r.v = 1
except AttributeError as e: print(e)
class D: __slots__ = ('a', '__dict__')
d = D(); d.a = 1; d.b = 2; print(d.__dict__, d.a)
class E: __slots__ = ()
try: E().x = 1
except AttributeError as e: print(e)
class M: __slots__ = ('__m',); 
M()._M__m = 1
class Doc: __slots__ = {'a': 'doc of a'}
print(Doc.a.__doc__, Doc.__slots__)

# expect: 1 2 False ('x', 'y')
# expect: 'P' object has no attribute 'z' and no __dict__ for setting new attributes
# expect: 'P' object has no attribute '__dict__'
# expect: 'P' object has no attribute 'x'
# expect: x
# expect: member_descriptor 2 <member 'x' of 'P' objects>
# expect: 9
# expect: {'z': 3} 1
# expect: 5 1
# expect: 'R' object has no attribute 'v' and no __dict__ for setting new attributes
# expect: {'b': 2} 1
# expect: 'E' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: None {'a': 'doc of a'}
