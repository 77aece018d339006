def f(*, a, b=2): return a, b
print(f(a=1), f(b=5, a=6))
def g(x, *args, key, opt='o', **kw): return x, args, key, opt, kw
print(g(1, key=2), g(1, 2, 3, key=4, z=5))
def three(*, a, b, c): pass
def pos(a, b, c, d): pass
for s in ['f()', 'f(1)', 'f(1, a=2)', 'g(1, 2)', 'g(key=1)', 'three()', 'three(a=1)', 'three(a=1, b=2)', 'pos()', 'pos(1)', 'pos(1,2)', 'pos(1,2,3)', 'pos(1,2,3,4,5)', 'f(1, 2, a=3)', 'f(c=1)', 'pos(1,2,3,4,e=5)', 'f(a=1, aa=2)']:
    try: print(eval(s))
    except TypeError as e: print(s, '|', e)

# expect: (1, 2) (6, 5)
# expect: (1, (), 2, 'o', {}) (1, (2, 3), 4, 'o', {'z': 5})
# expect: f() | f() missing 1 required keyword-only argument: 'a'
# expect: f(1) | f() takes 0 positional arguments but 1 was given
# expect: f(1, a=2) | f() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given
# expect: g(1, 2) | g() missing 1 required keyword-only argument: 'key'
# expect: g(key=1) | g() missing 1 required positional argument: 'x'
# expect: three() | three() missing 3 required keyword-only arguments: 'a', 'b', and 'c'
# expect: three(a=1) | three() missing 2 required keyword-only arguments: 'b' and 'c'
# expect: three(a=1, b=2) | three() missing 1 required keyword-only argument: 'c'
# expect: pos() | pos() missing 4 required positional arguments: 'a', 'b', 'c', and 'd'
# expect: pos(1) | pos() missing 3 required positional arguments: 'b', 'c', and 'd'
# expect: pos(1,2) | pos() missing 2 required positional arguments: 'c' and 'd'
# expect: pos(1,2,3) | pos() missing 1 required positional argument: 'd'
# expect: pos(1,2,3,4,5) | pos() takes 4 positional arguments but 5 were given
# expect: f(1, 2, a=3) | f() takes 0 positional arguments but 2 positional arguments (and 1 keyword-only argument) were given
# expect: f(c=1) | f() got an unexpected keyword argument 'c'
# expect: pos(1,2,3,4,e=5) | pos() got an unexpected keyword argument 'e'
# expect: f(a=1, aa=2) | f() got an unexpected keyword argument 'aa'. Did you mean 'a'?
