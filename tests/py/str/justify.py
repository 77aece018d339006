def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'ab'.center(5))
t(lambda: 'ab'.center(6, '*'))
t(lambda: 'abc'.center(6, '-'))
t(lambda: 'abc'.center(2))
t(lambda: 'ab'.ljust(5) + '|')
t(lambda: 'ab'.ljust(5, '.'))
t(lambda: 'ab'.rjust(5))
t(lambda: 'ab'.rjust(5, '0'))
t(lambda: ''.center(3, 'é'))
t(lambda: 'a'.center(4, 'x'))
t(lambda: 'ab'.center(5, 'x'))
t(lambda: '42'.zfill(5))
t(lambda: '-42'.zfill(5))
t(lambda: '+4'.zfill(4))
t(lambda: 'abc'.zfill(2))
t(lambda: ''.zfill(2))
t(lambda: '--1'.zfill(5))
t(lambda: 'é'.zfill(3))
t(lambda: 'a'.center(5, 'ab'))
t(lambda: 'a'.ljust('x'))
t(lambda: 'a'.rjust(5, 1))
t(lambda: 'a'.center(5, ''))
t(lambda: 'a'.zfill('x'))

# expect: '  ab '
# expect: '**ab**'
# expect: '-abc--'
# expect: 'abc'
# expect: 'ab   |'
# expect: 'ab...'
# expect: '   ab'
# expect: '000ab'
# expect: 'ééé'
# expect: 'xaxx'
# expect: 'xxabx'
# expect: '00042'
# expect: '-0042'
# expect: '+004'
# expect: 'abc'
# expect: '00'
# expect: '-00-1'
# expect: '00é'
# expect: TypeError The fill character must be exactly one character long
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError The fill character must be a unicode character, not int
# expect: TypeError The fill character must be exactly one character long
# expect: TypeError 'str' object cannot be interpreted as an integer
