# __bases__ and mro() of metaclasses that change classes in turn.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

steps = 0
class M(type):
    def mro(cls):
        global steps
        if cls.__mro__ is not None and cls.__name__ == 'B' and steps < 5:
            steps += 1
            A.__bases__ += ()
        return type.mro(cls)
class Root: pass
class Other: pass
class A(Root, metaclass=M): pass
class B(A): pass
B.__bases__ += ()
print(steps, [c.__name__ for c in B.__mro__])

class N(type):
    armed = False
    def mro(cls):
        if N.armed and cls.__name__ == 'X':
            N.armed = False
            X.__bases__ = (P2,)
        return type.mro(cls)
class P(metaclass=N): pass
class P1(P): pass
class P2(P): pass
class X(P): pass
N.armed = True
X.__bases__ = (P1,)
print(X.__bases__, P2.__subclasses__(), P1.__subclasses__(), [c.__name__ for c in X.__mro__])
def cycle(): P2.__bases__ = (X,)
t(cycle)

class Fails(type):
    on = False
    def mro(cls):
        if Fails.on and cls.__name__ == 'Sub': raise ValueError('no order')
        return type.mro(cls)
class F1(metaclass=Fails): pass
class F2(metaclass=Fails): pass
class Top(F1): pass
class Sub(Top): pass
Fails.on = True
def change(): Top.__bases__ = (F2,)
t(change)
print(Top.__bases__, [c.__name__ for c in Sub.__mro__], F1.__subclasses__(), F2.__subclasses__())

def made(order): return type('Meta', (type,), {'mro': lambda cls: order(cls)})('C', (), {})
t(lambda: made(lambda c: [c, dict, object]))
t(lambda: made(lambda c: [c, 1]))
t(lambda: made(lambda c: ()))
class Peek(type):
    def mro(cls):
        print(cls.__mro__, cls.__dict__['m']()[0] is cls)
        return type.mro(cls)
class Seen(metaclass=Peek):
    def m(): return (__class__,)
class Plain: pass
class Kid(Plain): pass
def swap(c, b): c.__bases__ = b
t(lambda: swap(Plain, (Root,)))
t(lambda: swap(Kid, (dict,)))
t(lambda: swap(Kid, (Kid,)))
t(lambda: swap(Kid, ()))
t(lambda: swap(Kid, (Root,)))
print(Kid.__bases__, issubclass(Kid, Root), Plain.__subclasses__())

# expect: 5 ['B', 'A', 'Root', 'object']
# expect: (<class '__main__.P2'>,) [<class '__main__.X'>] [] ['X', 'P2', 'P', 'object']
# expect: TypeError a __bases__ item causes an inheritance cycle
# expect: ValueError no order
# expect: (<class '__main__.F1'>,) ['Sub', 'Top', 'F1', 'object'] [<class '__main__.Top'>] []
# expect: TypeError mro() returned base with unsuitable layout ('dict')
# expect: TypeError mro() returned a non-class ('int')
# expect: TypeError type MRO must not be empty
# expect: None True
# expect: TypeError __bases__ assignment: 'Root' deallocator differs from 'object'
# expect: TypeError __bases__ assignment: 'dict' object layout differs from 'Plain'
# expect: TypeError a __bases__ item causes an inheritance cycle
# expect: TypeError can only assign non-empty tuple to Kid.__bases__, not ()
# expect: None
# expect: (<class '__main__.Root'>,) True []
