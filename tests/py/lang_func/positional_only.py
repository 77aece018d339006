def f(a, b=2, /, c=3, *, d=4): return a, b, c, d
print(f(1), f(1, 5), f(1, c=7), f(1, 2, 3, d=9))
def g(a, /, **k): return a, k
print(g(1, a=2))
def h(a, b, /): pass
for s in ['f(a=1)', 'f(1, b=2)', 'h(1, b=2)', 'h(a=1, b=2)', 'f()', 'f(1, 2, 3, 4)', 'h(1)', 'h()', 'f(1, e=3)', 'f(1, c=2, d=1, e=1)']:
    try: print(eval(s))
    except TypeError as e: print(s, '|', e)
def i(self, /, self_=1, **kw): return self, kw
print(i(1, self=5))

# expect: (1, 2, 3, 4) (1, 5, 3, 4) (1, 2, 7, 4) (1, 2, 3, 9)
# expect: (1, {'a': 2})
# expect: f(a=1) | f() got some positional-only arguments passed as keyword arguments: 'a'
# expect: f(1, b=2) | f() got some positional-only arguments passed as keyword arguments: 'b'
# expect: h(1, b=2) | h() got some positional-only arguments passed as keyword arguments: 'b'
# expect: h(a=1, b=2) | h() got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: f() | f() missing 1 required positional argument: 'a'
# expect: f(1, 2, 3, 4) | f() takes from 1 to 3 positional arguments but 4 were given
# expect: h(1) | h() missing 1 required positional argument: 'b'
# expect: h() | h() missing 2 required positional arguments: 'a' and 'b'
# expect: f(1, e=3) | f() got an unexpected keyword argument 'e'
# expect: f(1, c=2, d=1, e=1) | f() got an unexpected keyword argument 'e'
# expect: (1, {'self': 5})
