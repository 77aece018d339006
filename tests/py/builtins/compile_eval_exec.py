def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: eval('1+1'))
t(lambda: eval('x', {'x': 5}))
t(lambda: eval('x + y', {'x': 1}, {'y': 2}))
t(lambda: eval(compile('3*3', 'f', 'eval')))
t(lambda: exec('1'))
t(lambda: exec(compile('a=1', 'f', 'exec')))
t(lambda: eval(b'2'))
t(lambda: compile('1', 'f', 'eval').co_filename)
t(lambda: eval('__name__'))
t(lambda: eval('[x for x in range(y)]', {'y': 2}))
t(lambda: eval('1 +'))
t(lambda: eval('a b'))
t(lambda: eval(''))
t(lambda: eval('x', {}))
t(lambda: eval(5))
t(lambda: exec(5))
t(lambda: eval('1', 1))
t(lambda: eval('1', {}, 1))
t(lambda: compile('1', 'f', 'zzz'))
t(lambda: compile('1', 'f'))
t(lambda: compile(5, 'f', 'eval'))
t(lambda: compile('1', 5, 'eval'))
t(lambda: eval(compile('a=1', 'f', 'exec')))
t(lambda: eval('1', {'__builtins__': {}}))
t(lambda: eval('len', {'__builtins__': {'len': 5}}))
t(lambda: eval('len', {'__builtins__': {}}))
t(lambda: exec('x = 1', None, {}))
t(lambda: eval(source='1') if 0 else 1)

# expect: 2
# expect: 5
# expect: 3
# expect: 9
# expect: None
# expect: None
# expect: 2
# expect: 'f'
# expect: '__main__'
# expect: [0, 1]
# expect: SyntaxError invalid syntax (<string>, line 1)
# expect: SyntaxError invalid syntax (<string>, line 1)
# expect: SyntaxError invalid syntax (<string>, line 0)
# expect: NameError name 'x' is not defined
# expect: TypeError eval() arg 1 must be a string, bytes or code object
# expect: TypeError exec() arg 1 must be a string, bytes or code object
# expect: TypeError globals must be a dict
# expect: TypeError locals must be a mapping
# expect: ValueError compile() mode must be 'exec', 'eval' or 'single'
# expect: TypeError compile() missing required argument 'mode' (pos 3)
# expect: TypeError compile() arg 1 must be a string, bytes or AST object
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: None
# expect: 1
# expect: 5
# expect: NameError name 'len' is not defined
# expect: None
# expect: 1
