def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: format('a', '>3'))
t(lambda: format(3, '05'))
t(lambda: format(3.5))
t(lambda: format('a'))
t(lambda: format(255, '#x'))
t(lambda: format(None))
t(lambda: format([1], ''))
t(lambda: format(True, 'd'))
t(lambda: format('a', 'd'))
t(lambda: format([1], 'x'))
t(lambda: format(1, 5))
t(lambda: format())
t(lambda: format(3, '\x00'))
t(lambda: '{:s}'.format(5))
t(lambda: '{:.3s}|{:5s}|{:<5s}|{:=5d}'.format('abcdef', 'a', 'b', -3))

# expect: '  a'
# expect: '00003'
# expect: '3.5'
# expect: 'a'
# expect: '0xff'
# expect: 'None'
# expect: '[1]'
# expect: '1'
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: TypeError unsupported format string passed to list.__format__
# expect: TypeError format() argument 2 must be str, not int
# expect: TypeError format expected at least 1 argument, got 0
# expect: ValueError Unknown format code '\x0' for object of type 'int'
# expect: ValueError Unknown format code 's' for object of type 'int'
# expect: 'abc|a    |b    |-   3'
