def f(x):
    match x:
        case [*all_]: return all_
print(f([]), f((1, 2)), f(range(3)), f('abc'))
match [1, 2, 3, 4, 5]:
    case [a, *m, b]: print(a, m, b, type(m).__name__)
match (1, (2, 3, 4), 5):
    case (a, (b, *c), *d): print(a, b, c, d)
match [[1, 2], [3]]:
    case [[*a], [*b]]: print(a, b)
match {'a': 1, 'b': 2, 'c': 3}:
    case {'a': x, **rest}: print(x, rest, type(rest).__name__)
match [0] * 3:
    case [0, *_] as whole: print(whole)
match 1, *[2, 3]:
    case [1, *r]: print(r)

# expect: [] [1, 2] [0, 1, 2] None
# expect: 1 [2, 3, 4] 5 list
# expect: 1 2 [3, 4] [5]
# expect: [1, 2] [3]
# expect: 1 {'b': 2, 'c': 3} dict
# expect: [0, 0, 0]
# expect: [2, 3]
