def f(x):
    w=7
    class C:
        x=2
        z=9
        a=[x for _ in [1]]
        b=[q for q in [z]]
        try: c=[z for _ in [1]]
        except NameError as e: print(e)
        d=[lambda: (x, w, __class__) for _ in [1]]
        e={k:[x+i for i in range(k)] for k in range(3)}
        x=[x for x in range(3)]
        g=[[y for y in range(n)] for n in range(3)]
        try: h=[__class__ for _ in [1]]
        except NameError as e: print(e)
        k=[w for w in 'ab']
        ge=list(i for i in [x])
        m=[(lambda: i)() for i in range(3)]
        l=[(lambda: i) for i in range(3)]
        __m=5
        def meth(self): return [__class__ for _ in [1]], [self.__m for _ in range(2)]
        try: n=[__m for _ in [1]]
        except NameError as e: print(e)
        o=[print for _ in [1]][0] is print
        global gl
        gl=5
        p=[gl for _ in [1]]
        try: r=[1/0 for _ in [1]]
        except ZeroDivisionError as e: print(e.__traceback__.tb_frame.f_code.co_name)
        s=[class_ for class_ in (type(locals()),)]
        t=[v for v in (j for j in [z])]
        u=[a for a in a for a in [a]]
        class D:
            i=[x for _ in [1]]
            j=[w for _ in [w]]
        if 1: vv={x for x in [z]}
        @(lambda f: [f for _ in [1]])
        def deco(): pass
    return C
C=f(1)
print({k:v for k,v in vars(C).items() if k not in ('__module__','__dict__','__weakref__','__doc__','__firstlineno__','__static_attributes__','D','d','l','meth','deco')})
print(C.d[0]()[0:2], C.d[0]()[2] is C, [q() for q in C.l], C().meth(), C.D.i, C.D.j)
class M:
    _=[i for i in range(3)]
    x: [int for _ in [1]] = 5
    @classmethod
    def cc(cls): return [super().__init__ for _ in [1]]
print(M._, hasattr(M,'i'))
try: exec('class Z:\n  a=[(y:=1) for _ in [1]]')
except SyntaxError as e: print(e)
def gen():
    class G:
        z=[(yield_) for yield_ in [1]]
    return G.z
print(gen())
class T[X]:
    a=[X for _ in [1]]
    b=[(lambda: X)() for _ in [1]]
    try: c=[a for _ in [1]]
    except NameError as e: print(e)
print(T.a,T.b)
exec('class P:\n  a=1\n  try: b=[a for _ in [1]]\n  except NameError as e: print(e)\n  c=[zz for _ in [1]]\nprint(P.c)',{'zz':4},{})
a='glob'
class Q:
    a='cls'
    b=[a for _ in [a]]
print(Q.b)
class R:
    y=1
    async def am(self): return [i async for i in self.g()]
    async def g(self): yield 1
    exec('k=[y for _ in [1]]')
    print(eval('[y for _ in [1]]'))
print(R.k)
import sys
def executed():
    exec('a=1\nb=[a for i in range(2)]\nprint(b, {a: i for i in [1]}, [[a for q in [1]] for z in [1]])')
executed()
print(eval('[a for _ in [1]]', {}, {'a': 6}), eval('[(lambda: a)() for _ in [1]]', {'a': 3}, {'a': 6}))
print([sys._getframe().f_code.co_name for _ in [1]])
d = {}
exec('x=[(y:=i) for i in range(3)]\nprint(y)\nz=[[i for i in range(j)] for j in range(3)]', {}, d)
print(d)
exec('k=1\nr=[k for k in range(3)]\nprint(k,r)\n', {}, {})

# expect: name 'z' is not defined
# expect: name '__class__' is not defined
# expect: name '_C__m' is not defined
# expect: C
# expect: {'x': [0, 1, 2], 'z': 9, 'a': [1], 'b': [9], 'g': [[], [0], [0, 1]], 'k': ['a', 'b'], 'ge': [[0, 1, 2]], 'm': [0, 1, 2], '_C__m': 5, 'o': True, 'p': [5], 's': [<class 'dict'>], 't': [9], 'u': [1], 'vv': {9}}
# expect: (1, 7) True [2, 2, 2] ([<class '__main__.f.<locals>.C'>], [5, 5]) [1] [7]
# expect: [0, 1, 2] False
# expect: assignment expression within a comprehension cannot be used in a class body (<string>, line 2)
# expect: [1]
# expect: name 'a' is not defined
# expect: [X] [X]
# expect: name 'a' is not defined
# expect: [4]
# expect: ['glob']
# expect: [1]
# expect: [1]
# expect: [1, 1] {1: 1} [[1]]
# expect: [6] [3]
# expect: ['<module>']
# expect: 2
# expect: {'x': [0, 1, 2], 'z': [[], [0], [0, 1]]}
# expect: 1 [0, 1, 2]
