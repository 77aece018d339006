def f(x):
    match x:
        case {'type': 'circle', 'r': r}: return f'circle {r}'
        case {'type': 'rect', 'w': w, 'h': h, **rest}: return f'rect {w}x{h} {rest}'
        case {'items': [first, *_]}: return f'first {first}'
        case {1: _, 2: v}: return v
        case {'n': {'deep': d}}: return d
        case {None: x}: return ('none key', x)
        case {}: return 'any mapping'
        case _: return 'no'
for v in ({'type': 'circle', 'r': 1}, {'type': 'rect', 'w': 1, 'h': 2, 'c': 'red'}, {'type': 'rect', 'h': 2, 'w': 3}, {'items': [7, 8]}, {1: 0, 2: 'two', 3: 3}, {'n': {'deep': 'D'}}, {None: 5}, {}, {'zz': 1}, [], 5):
    print(f(v))
import collections
d = collections.defaultdict(list)
match d:
    case {'missing': x}: print('matched', x)
    case _: print('no default made', dict(d))

# expect: circle 1
# expect: rect 1x2 {'c': 'red'}
# expect: rect 3x2 {}
# expect: first 7
# expect: two
# expect: D
# expect: ('none key', 5)
# expect: any mapping
# expect: any mapping
# expect: no
# expect: no
# expect: no default made {}
