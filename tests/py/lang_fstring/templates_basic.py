name, n = 'World', 3
t = t'Hello {name}! {n:>{n}} {n!r} {n=}'
print(type(t).__name__, t.strings, t.values)
for i in t.interpolations: print(i.value, i.expression, i.conversion, repr(i.format_spec))
print([p if isinstance(p, str) else (p.value, p.expression) for p in t])
print(t''.strings, t''.values, t'plain'.strings, t'{1}{2}'.strings)
u = t'a{1}' t'b{2}'
print(u.strings, u.values)
v = t'x' + t'{n}y'
print(v.strings, v.values)
try: t'a' + 'b'
except TypeError as e: print(e)
def render(t):
    out = []
    for p in t:
        if isinstance(p, str): out.append(p)
        else:
            v = p.value
            if p.conversion == 'r': v = repr(v)
            out.append(format(v, p.format_spec))
    return ''.join(out)
print(render(t'<{name!r}|{n:03d}|{name:>8}>'))
print(rt'\n{n}'.strings)
# needs: 3.14

# expect: Template ('Hello ', '! ', ' ', ' n=', '') ('World', 3, 3, 3)
# expect: World name None ''
# expect: 3 n None '>3'
# expect: 3 n r ''
# expect: 3 n r ''
# expect: ['Hello ', ('World', 'name'), '! ', (3, 'n'), ' ', (3, 'n'), ' n=', (3, 'n')]
# expect: ('',) () ('plain',) ('', '', '')
# expect: ('a', 'b', '') (1, 2)
# expect: ('x', 'y') (3,)
# expect: can only concatenate string.templatelib.Template (not "str") to string.templatelib.Template
# expect: <'World'|003|   World>
# expect: ('\\n', '')
