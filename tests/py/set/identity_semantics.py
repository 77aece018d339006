def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a = {1, 2}; b = a; c = set(a)
b.add(3); print(sorted(a), sorted(c), a is b)
def f(s=set()): s.add(len(s)); return sorted(s)
t(lambda: f())
t(lambda: f())
t(lambda: f({9}))
t(lambda: f())
x = [{1}] * 2; x[0].add(2); print(x)
t3 = ({1},); t3[0].add(5); print(t3)
d = dict.fromkeys('ab', set()); d['a'].add(1); print(d)

# expect: [1, 2, 3] [1, 2] True
# expect: [0]
# expect: [0, 1]
# expect: [1, 9]
# expect: [0, 1, 2]
# expect: [{1, 2}, {1, 2}]
# expect: ({1, 5},)
# expect: {'a': {1}, 'b': {1}}
