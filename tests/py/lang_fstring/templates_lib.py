from string.templatelib import Template, Interpolation
i = Interpolation(5, 'x', 'r', '>3')
print(i.value, i.expression, i.conversion, i.format_spec)
t = Template('a', i, 'b', 'c', Interpolation(1, 'y'))
print(t.strings, t.values, len(t.interpolations))
print(repr(i))
print(isinstance(t'{1}', Template), type(t'{1}'.interpolations[0]) is Interpolation)
x = [1]
s = t'{x}'
x.append(2)
print(s.values)
match t'{x}'.interpolations[0]:
    case Interpolation(v, e, c, f): print(v, e, c, repr(f))
try: t'{undefined_zz}'
except NameError as e: print(e)
try: compile("t'a' 'b'", 's', 'eval')
except SyntaxError as e: print(e.msg)
# needs: 3.14

# expect: 5 x r >3
# expect: ('a', 'bc', '') (5, 1) 2
# expect: Interpolation(5, 'x', 'r', '>3')
# expect: True True
# expect: ([1, 2],)
# expect: [1, 2] x None ''
# expect: name 'undefined_zz' is not defined
# expect: cannot mix t-string literals with string or bytes literals
