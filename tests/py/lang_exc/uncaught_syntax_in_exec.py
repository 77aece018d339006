src = 'def f(:\n  pass'
print('compiling')
exec(src)

# exit: 1
# expect-error: SyntaxError: invalid syntax
# expect: compiling
