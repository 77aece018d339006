a = [1, 2]
print([*a, *a], (*a, 3), {*a, 2, 9}, [*'ab', *range(2), *{}], (*(),))
print({**{'x': 1}, 'y': 2, **{'x': 3}}, {**{}}, {'a': 0, **{'a': 1}})
x = *a, 5
print(x)
def f(*p, **k): return p, k
print(f(*a, *[], 3, **{'q': 1}, r=2, **{'s': 3}))
print(f(*'xy', **dict(a=1)), f(*{}, **{}))
for v in *a, 3: print(v, end=' ')
print()
def r(): return *a, 7
print(r())
def t(s):
    try: eval(s, {'f': f})
    except Exception as e: print(s, type(e).__name__, e)
for s in ['f(*1)', 'f(**1)', 'f(**[1])', 'f(**{1: 2})', 'f(a=1, **{"a": 2})', '[*1]', '{**1}', '{*None}', 'f(**{"a":1}, **{"a":2})', '(*5,)']:
    t(s)

# expect: [1, 2, 1, 2] (1, 2, 3) {1, 2, 9} ['a', 'b', 0, 1] ()
# expect: {'x': 3, 'y': 2} {} {'a': 1}
# expect: (1, 2, 5)
# expect: ((1, 2, 3), {'q': 1, 'r': 2, 's': 3})
# expect: (('x', 'y'), {'a': 1}) ((), {})
# expect: 1 2 3 
# expect: (1, 2, 7)
# expect: f(*1) TypeError __main__.f() argument after * must be an iterable, not int
# expect: f(**1) TypeError __main__.f() argument after ** must be a mapping, not int
# expect: f(**[1]) TypeError __main__.f() argument after ** must be a mapping, not list
# expect: f(**{1: 2}) TypeError keywords must be strings
# expect: f(a=1, **{"a": 2}) TypeError __main__.f() got multiple values for keyword argument 'a'
# expect: [*1] TypeError Value after * must be an iterable, not int
# expect: {**1} TypeError 'int' object is not a mapping
# expect: {*None} TypeError 'NoneType' object is not iterable
# expect: f(**{"a":1}, **{"a":2}) TypeError __main__.f() got multiple values for keyword argument 'a'
# expect: (*5,) TypeError Value after * must be an iterable, not int
