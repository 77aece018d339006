# PEP 667: f_locals of a function writes through; locals() is a fresh dict each time.
import sys

def f(a, b=2):
    c = a + b
    def inner():
        return c
    p = sys._getframe().f_locals
    print(type(p).__name__, sorted(p), len(p), p == sys._getframe().f_locals, p is sys._getframe().f_locals)
    p['a'] = 10
    p['c'] = 'cell'
    p['late'] = 1
    print(a, inner(), p['late'], 'late' in p, locals().get('late'))
    p.update({'b': 20, 'extra': 3})
    print(b, p.pop('extra'), p.get('nothing', 'd'), p.setdefault('late', 5), p.setdefault('made', 6))
    for action in (lambda: p.pop('a'), lambda: p.__delitem__('a'), lambda: p['zz'], lambda: p.pop('zz'), lambda: p.__delitem__('zz'),
                   lambda: p.update(5), lambda: hash(p), lambda: type(p)(3), lambda: p.pop('zz', 'default')):
        try:
            print(action())
        except Exception as e:
            print(type(e).__name__, e)
    del p['late'], p['made']
    d = locals()
    d['a'] = 'snapshot'
    print(a, locals() is locals(), p == {**p}, list(reversed(p))[-1], p | {'a': 0} == {**p, 'a': 0})
    unset = 1
    del unset
    print('unset' in p, sorted(p.keys())[:3], type(p.keys()).__name__, type(p.items()).__name__, ('a', 10) in p.items())
    p['unset'] = 'again'
    print(unset)
    p |= {'b': 99}
    print(b, isinstance(p.copy(), dict))

f(1)

class C:
    x = 1
    print(sys._getframe().f_locals is locals(), 'x' in sys._getframe().f_locals)
print(sys._getframe().f_locals is globals(), locals() is globals())

def gen():
    v = 1
    while True:
        v = (yield v) or v
g = gen()
next(g)
g.gi_frame.f_locals['v'] = 42
print(next(g), dict(g.gi_frame.f_locals))

def leave():
    gone = 'kept'
    return sys._getframe()
fr = leave()
print(dict(fr.f_locals), fr.f_locals['gone'])
fr.f_locals['gone'] = 'new'
print(fr.f_locals['gone'])
fr.clear()
print(dict(fr.f_locals))

import types
ns = {}
types.FunctionType(compile('here = 1', 'm', 'exec'), ns)()
print(ns['here'])

# expect: FrameLocalsProxy ['a', 'b', 'c', 'inner', 'p'] 5 True False
# expect: 10 cell 1 True 1
# expect: 20 3 d 1 6
# expect: ValueError cannot remove local variables from FrameLocalsProxy
# expect: ValueError cannot remove local variables from FrameLocalsProxy
# expect: KeyError "local variable ''zz'' is not defined"
# expect: KeyError 'zz'
# expect: KeyError 'zz'
# expect: TypeError update() argument must be dict or another FrameLocalsProxy
# expect: TypeError unhashable type: 'FrameLocalsProxy'
# expect: TypeError expect frame, not int
# expect: default
# expect: 10 False True a True
# expect: False ['a', 'action', 'b'] list list True
# expect: again
# expect: 99 True
# expect: True True
# expect: True True
# expect: 42 {'v': 42}
# expect: {'gone': 'kept'} kept
# expect: new
# expect: {}
# expect: 1
