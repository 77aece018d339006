def f(x):
    match x:
        case bool(b): return ('bool', b)
        case int(i): return ('int', i)
        case float(v): return ('float', v)
        case str(s): return ('str', s)
        case bytes(b): return ('bytes', b)
        case bytearray(b): return ('bytearray', b)
        case list(l): return ('list', l)
        case tuple(t): return ('tuple', t)
        case dict(d): return ('dict', d)
        case set(s): return ('set', s)
        case frozenset(s): return ('frozenset', s)
        case type(): return 'type'
        case object(__class__=c): return c.__name__
for v in (True, 1, 1.5, 's', b'b', bytearray(b'x'), [1], (1,), {1: 1}, {1}, frozenset([2]), int, None, 1j, range(1)): print(f(v))
class I(int): pass
print(f(I(5)))

# expect: ('bool', True)
# expect: ('int', 1)
# expect: ('float', 1.5)
# expect: ('str', 's')
# expect: ('bytes', b'b')
# expect: ('bytearray', bytearray(b'x'))
# expect: ('list', [1])
# expect: ('tuple', (1,))
# expect: ('dict', {1: 1})
# expect: ('set', {1})
# expect: ('frozenset', frozenset({2}))
# expect: type
# expect: NoneType
# expect: complex
# expect: range
# expect: ('int', 5)
