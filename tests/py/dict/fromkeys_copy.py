def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: dict.fromkeys('abc', 0))
t(lambda: dict.fromkeys(range(3)))
t(lambda: dict.fromkeys('aab'))
s = dict.fromkeys('ab', []); s['a'].append(1); print(s)
a = {'l': [1]}; b = a.copy(); b['l'].append(2); b['n'] = 1; print(a, b)
import copy
c = copy.deepcopy(a); c['l'].append(3); print(a, c)
class D(dict):
    def __init__(s): print('init', end=' ')
t(lambda: D.fromkeys('x'))
t(lambda: {}.copy() == {})
t(lambda: {}.copy(1) if 0 else 1)
t(lambda: dict(a).__class__)

# expect: {'a': 0, 'b': 0, 'c': 0}
# expect: {0: None, 1: None, 2: None}
# expect: {'a': None, 'b': None}
# expect: {'a': [1], 'b': [1]}
# expect: {'l': [1, 2]} {'l': [1, 2], 'n': 1}
# expect: {'l': [1, 2]} {'l': [1, 2, 3]}
# expect: init {'x': None}
# expect: True
# expect: 1
# expect: <class 'dict'>
