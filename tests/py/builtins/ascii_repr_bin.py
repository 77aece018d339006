def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: ascii('é"\''))
t(lambda: ascii([1, 'é']))
t(lambda: ascii(None))
t(lambda: repr('é'))
t(lambda: bin(5))
t(lambda: oct(8))
t(lambda: hex(255))
t(lambda: bin(-5))
t(lambda: hex(-1))
t(lambda: oct(True))
t(lambda: bin('a'))
t(lambda: bin(1.0))
t(lambda: ascii())
t(lambda: hex())
t(lambda: repr())
t(lambda: repr(1, 2))

# expect: '\'\\xe9"\\\'\''
# expect: "[1, '\\xe9']"
# expect: 'None'
# expect: "'é'"
# expect: '0b101'
# expect: '0o10'
# expect: '0xff'
# expect: '-0b101'
# expect: '-0x1'
# expect: '0o1'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError ascii() takes exactly one argument (0 given)
# expect: TypeError hex() takes exactly one argument (0 given)
# expect: TypeError repr() takes exactly one argument (0 given)
# expect: TypeError repr() takes exactly one argument (2 given)
