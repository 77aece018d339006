def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: str(KeyError('a')))
t(lambda: str(KeyError()))
t(lambda: str(KeyError('a', 'b')))
t(lambda: str(KeyError("it's")))
t(lambda: str(KeyError(1)))
t(lambda: str(KeyError(None)))
t(lambda: repr(KeyError('a')))
t(lambda: KeyError('x').args)
t(lambda: str(KeyError('a\nb')))

# expect: "'a'"
# expect: ''
# expect: "('a', 'b')"
# expect: '"it\'s"'
# expect: '1'
# expect: 'None'
# expect: "KeyError('a')"
# expect: ('x',)
# expect: "'a\\nb'"
