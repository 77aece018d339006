def run(cmd):
    match cmd.split():
        case []: return 'empty'
        case ['quit' | 'exit']: return 'bye'
        case ['go', ('north' | 'south') as d]: return f'going {d}'
        case ['go', d]: return f'cannot go {d}'
        case ['get', *items] if items: return f'got {", ".join(items)}'
        case ['add', x, y] if x.isdigit() and y.isdigit(): return int(x) + int(y)
        case [verb, *args]: return f'unknown {verb} with {len(args)}'
for c in ['', 'quit', 'exit', 'go north', 'go up', 'get a b', 'get', 'add 1 2', 'add x y', 'dance now']: print(repr(run(c)))

# expect: 'empty'
# expect: 'bye'
# expect: 'bye'
# expect: 'going north'
# expect: 'cannot go up'
# expect: 'got a, b'
# expect: 'unknown get with 0'
# expect: 3
# expect: 'unknown add with 2'
# expect: 'unknown dance with 1'
