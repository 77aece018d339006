def walk(v):
    match v:
        case None: return 'null'
        case bool(): return str(v).lower()
        case int() | float(): return repr(v)
        case str(): return '"' + v + '"'
        case []: return '[]'
        case [x]: return f'[{walk(x)}]'
        case [x, *xs]: return f'[{walk(x)}, ' + walk(xs)[1:]
        case {**kw} if not kw: return '{}'
        case {}: return '{' + ', '.join(f'"{k}": {walk(x)}' for k, x in v.items()) + '}'
        case _: raise TypeError(f'cannot walk {type(v).__name__}')
print(walk({'a': [1, 2.5, None, True, 'x', [], {}], 'b': {'c': [[1]]}}))
try: walk([object()])
except TypeError as e: print(e)

# expect: {"a": [1, 2.5, null, true, "x", [], {}], "b": {"c": [[1]]}}
# expect: cannot walk object
