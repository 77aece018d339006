class Ty: pass
INT, BOOL = 'int', 'bool'
def infer(e, env):
    match e:
        case bool(): return BOOL
        case int(): return INT
        case str(n):
            if n not in env: raise TypeError(f'unbound {n}')
            return env[n]
        case ('+' | '*' | '-', a, b):
            for x in (a, b):
                if (t := infer(x, env)) != INT: raise TypeError(f'{e[0]} needs int, got {t}')
            return INT
        case ('<', a, b): infer(('+', a, b), env); return BOOL
        case ('if', c, a, b):
            if infer(c, env) != BOOL: raise TypeError('condition not bool')
            ta, tb = infer(a, env), infer(b, env)
            if ta != tb: raise TypeError(f'branches {ta} and {tb}')
            return ta
        case ('fn', p, t, body): return ('->', t, infer(body, env | {p: t}))
        case ('call', f, a):
            tf, ta = infer(f, env), infer(a, env)
            match tf:
                case ('->', p, r) if p == ta: return r
                case ('->', p, _): raise TypeError(f'expected {p}, got {ta}')
                case _: raise TypeError(f'{tf} is not a function')
        case ('let', n, v, b): return infer(b, env | {n: infer(v, env)})
    raise TypeError(f'bad expression {e!r}')
for e in [1, True, ('+', 1, 2), ('+', 1, True), ('if', ('<', 1, 2), 3, 4), ('if', 1, 2, 3), ('if', True, 1, False), ('fn', 'x', INT, ('+', 'x', 1)), ('call', ('fn', 'x', INT, 'x'), True), ('call', ('fn', 'x', INT, ('<', 'x', 0)), 5), ('let', 'y', 5, ('*', 'y', 'y')), 'z', ('call', 1, 2), (1, 2)]:
    try: print(e, ':', infer(e, {}))
    except TypeError as x: print(e, '!', x)

# expect: 1 : int
# expect: True : bool
# expect: ('+', 1, 2) : int
# expect: ('+', 1, True) ! + needs int, got bool
# expect: ('if', ('<', 1, 2), 3, 4) : int
# expect: ('if', 1, 2, 3) ! condition not bool
# expect: ('if', True, 1, False) ! branches int and bool
# expect: ('fn', 'x', 'int', ('+', 'x', 1)) : ('->', 'int', 'int')
# expect: ('call', ('fn', 'x', 'int', 'x'), True) ! expected int, got bool
# expect: ('call', ('fn', 'x', 'int', ('<', 'x', 0)), 5) : bool
# expect: ('let', 'y', 5, ('*', 'y', 'y')) : int
# expect: z ! unbound z
# expect: ('call', 1, 2) ! int is not a function
# expect: (1, 2) ! bad expression (1, 2)
