e = ValueError('v')
print(hasattr(e, '__notes__'))
e.add_note('one'); e.add_note('two'); print(e.__notes__, str(e), repr(e))
try: e.add_note(5)
except TypeError as x: print(x)
e.__notes__ = 'not a list'
try: e.add_note('z')
except TypeError as x: print(x)
def f():
    try: int('q')
    except ValueError as e: e.add_note('while parsing q'); raise
try: f()
except ValueError as e: print(e, e.__notes__)
e2 = KeyError('k'); e2.__notes__ = ['manual']; print(e2.__notes__)

# expect: False
# expect: ['one', 'two'] v ValueError('v')
# expect: note must be a str, not 'int'
# expect: Cannot add note: __notes__ is not a list
# expect: invalid literal for int() with base 10: 'q' ['while parsing q']
# expect: ['manual']
