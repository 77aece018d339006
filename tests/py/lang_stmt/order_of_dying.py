class A:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n,end=' ')
def P(x): print('--',x)
t=(A('t1'),A('t2'),A('t3')); del t; P('tuple')
l=[A('l1'),A('l2'),A('l3')]; del l; P('list')
l=[A('l1'),A('l2'),A('l3')]; l.clear(); P('clear')
l=[A('l1'),A('l2'),A('l3')]; l[:]=[]; P('slice')
l=[A('l1'),A('l2'),A('l3')]; del l[:]; P('delslice')
l=[A('l1'),A('l2'),A('l3'),A('l4')]; del l[::2]; P('delext'); l=None; P('x')
d={1:A('d1'),2:A('d2')}; del d; P('dict')
d={1:A('d1'),2:A('d2')}; d.clear(); P('dclear')
s={A('s1')}; del s; P('set')
class O: pass
o=O(); o.a=A('oa'); o.b=A('ob'); o.c=A('oc'); del o; P('inst')
class S: __slots__=('x','y','z')
o=S(); o.x=A('sx'); o.y=A('sy'); o.z=A('sz'); del o; P('slots')
def f(): a=A('fa'); b=A('fb'); c=A('fc')
f(); P('func')
def f(a,b): c=A('fc')
f(A('pa'),A('pb')); P('args')
def g():
    a=A('ga'); b=A('gb'); yield 1; c=A('gc')
i=g(); next(i); del i; P('gen')
def mk():
    a=A('ca'); b=A('cb')
    def inner(): return a,b
    return inner
i=mk(); del i; P('closure')
import collections
d=collections.deque([A('q1'),A('q2')]); del d; P('deque')
d=collections.deque([A('q1'),A('q2')]); d.clear(); P('deque clear')
import functools
p=functools.partial(print,A('pp1'),A('pp2'),x=A('px')); del p; P('partial')
m=[1,A('m')].__len__; del m; P('bound')
print(A('tmp1').n, A('tmp2').n); P('args')
x=[A('e1'),A('e2')][0]; P('idx'); x=None; P('x')
A('a')==A('b'); P('cmp')
(A('a'),A('b')); P('expr')
[A('a'),A('b')]; P('expr')
{A('a'):A('b')}; P('expr')
a,b=A('u1'),A('u2'); a,b=None,None; P('unpack')
a=A('r1'); a=A('r2'); P('rebind'); del a; P('')
for z in [A('i1'),A('i2')]: pass
P('loop'); del z; P('')
def ex():
    q=A('exq')

# expect: del t3 del t2 del t1 -- tuple
# expect: del l3 del l2 del l1 -- list
# expect: del l3 del l2 del l1 -- clear
# expect: del l3 del l2 del l1 -- slice
# expect: del l3 del l2 del l1 -- delslice
# expect: del l1 del l3 -- delext
# expect: del l4 del l2 -- x
# expect: del d1 del d2 -- dict
# expect: del d1 del d2 -- dclear
# expect: del s1 -- set
# expect: del oa del ob del oc -- inst
# expect: del sx del sy del sz -- slots
# expect: del fa del fb del fc -- func
# expect: del pa del pb del fc -- args
# expect: del ga del gb -- gen
# expect: del cb del ca -- closure
# expect: del q1 del q2 -- deque
# expect: del q1 del q2 -- deque clear
# expect: del pp2 del pp1 del px -- partial
# expect: del m -- bound
# expect: del tmp1 del tmp2 tmp1 tmp2
# expect: -- args
# expect: del e2 -- idx
# expect: del e1 -- x
# expect: del a del b -- cmp
# expect: del b del a -- expr
# expect: del b del a -- expr
# expect: del a del b -- expr
# expect: del u1 del u2 -- unpack
# expect: del r1 -- rebind
# expect: del r2 -- 
# expect: del i1 -- loop
# expect: del i2 -- 
