def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def f(a, b=2, *c, d=4, **e):
    x = 1
    return locals(), sorted(vars()), dir()
t(lambda: f(1)[0])
t(lambda: f(1)[1])
t(lambda: f(1, 2, 3, z=5)[0])
t(lambda: f(0)[2])
class C:
    y = 1
    z = sorted(k for k in vars() if not k.startswith('__'))
t(lambda: C.z)
t(lambda: (lambda q: vars())(5))
t(lambda: [sorted(locals()) for i in [1]])
t(lambda: eval('locals()', {'a': 1}, {'b': 2}))
t(lambda: sorted(eval('globals()', {'a': 1})))
t(lambda: eval('vars()', {}, {'m': 1}))
t(lambda: sorted(eval('dir()', {}, {'k': 1, 'j': 2})))

# expect: {'a': 1, 'b': 2, 'd': 4, 'c': (), 'e': {}, 'x': 1}
# expect: ['a', 'b', 'c', 'd', 'e', 'x']
# expect: {'a': 1, 'b': 2, 'd': 4, 'c': (3,), 'e': {'z': 5}, 'x': 1}
# expect: ['a', 'b', 'c', 'd', 'e', 'x']
# expect: ['y']
# expect: {'q': 5}
# expect: [['i']]
# expect: {'b': 2}
# expect: ['__builtins__', 'a']
# expect: {'m': 1}
# expect: ['j', 'k']
