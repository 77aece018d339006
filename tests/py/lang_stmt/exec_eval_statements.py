ns = {}
exec('x = 1\ny = x + 1', ns)
print(ns['x'], ns['y'], '__builtins__' in ns)
exec('def f(a):\n  return a * k', {'k': 3} | {}, d := {})
print(sorted(d))
print(eval('a + b', {'a': 1}, {'b': 2}), eval(' 1 + 1'), eval('\t3\n'), eval(compile('2*3', 's', 'eval')))
def loc():
    v = 10
    exec('v = 20')
    return v, eval('v + 1'), sorted(locals())
print(loc())
code = compile('z = 5\nprint("in", z)', '<s>', 'exec')
exec(code, g := {}); print(g['z'])
exec(compile('1 + 1; "abc"', 's', 'single'))
for s in ['eval("x = 1")', 'eval("")', 'eval("1 +")', 'exec("1 +")', 'eval(5)', 'exec(None)', 'compile("1", "s", "bad")', 'eval("1", 5)', 'eval("nope", {})', 'eval("print", {"__builtins__": {}})']:
    try: eval(s)
    except Exception as e: print(s, '|', type(e).__name__, e if not isinstance(e, SyntaxError) else e.msg)
print(eval(b'1+2'), eval('[i for i in range(n)]', {'n': 3}))

# expect: 1 2 True
# expect: ['f']
# expect: 3 2 3 6
# expect: (10, 11, ['v'])
# expect: in 5
# expect: 5
# expect: 2
# expect: 'abc'
# expect: eval("x = 1") | SyntaxError invalid syntax
# expect: eval("") | SyntaxError invalid syntax
# expect: eval("1 +") | SyntaxError invalid syntax
# expect: exec("1 +") | SyntaxError invalid syntax
# expect: eval(5) | TypeError eval() arg 1 must be a string, bytes or code object
# expect: exec(None) | TypeError exec() arg 1 must be a string, bytes or code object
# expect: compile("1", "s", "bad") | ValueError compile() mode must be 'exec', 'eval' or 'single'
# expect: eval("1", 5) | TypeError globals must be a dict
# expect: eval("nope", {}) | NameError name 'nope' is not defined
# expect: eval("print", {"__builtins__": {}}) | NameError name 'print' is not defined
# expect: 3 [0, 1, 2]
