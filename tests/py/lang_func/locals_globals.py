def f(a, b=2):
    c = 3
    l = locals()
    d = 4
    return l, locals() is locals()
r, same = f(1)
print(r, same)
def g():
    x = 1
    locals()['x'] = 5
    locals()['newvar'] = 1
    return x, 'newvar' in locals()
print(g())
def h():
    def inner(): return v
    v = 1
    return sorted(locals())
print(h())
class C:
    q = 1
    loc = sorted(k for k in locals() if not k.startswith('__'))
print(C.loc)
globals()['made'] = 'by globals'
print(made, globals() is locals(), 'f' in globals(), globals()['__name__'])
def k(): globals()['G2'] = 2
k(); print(G2)
print([sorted(locals()) for y in [1]] == [['y']], (lambda z: locals())(3))
print(vars() is globals(), dir()[:2] == sorted(globals())[:2])

# expect: {'a': 1, 'b': 2, 'c': 3} False
# expect: (1, False)
# expect: ['inner', 'v']
# expect: ['q']
# expect: by globals True True __main__
# expect: 2
# expect: True {'z': 3}
# expect: True True
