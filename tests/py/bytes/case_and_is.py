def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [getattr(b'hELLO w1', m)() for m in ('upper', 'lower', 'title', 'capitalize', 'swapcase')])
t(lambda: [[getattr(s, m)() for m in ('isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper')] for s in (b'', b'a', b'A', b'1', b' ', b'Ab', b'\xe9')])
t(lambda: b'\xe9'.upper())
t(lambda: b'ab'.center(6))
t(lambda: b'ab'.ljust(4, b'*'))
t(lambda: b'ab'.rjust(4))
t(lambda: b'-5'.zfill(4))
t(lambda: b'a'.center(4, b'-'))
t(lambda: b'a'.center(4, 'x'))
t(lambda: b'a'.center(4, b'xy'))
t(lambda: b'a'.isalpha(1))
# since-3.14: center() argument 2 must be a byte string of length 1, not bytes => center(): argument 2 must be a byte string of length 1, not a bytes object of length 2

# expect: [b'HELLO W1', b'hello w1', b'Hello W1', b'Hello w1', b'Hello W1']
# expect: [[False, False, True, False, False, False, False, False], [True, True, True, False, True, False, False, False], [True, True, True, False, False, False, True, True], [True, False, True, True, False, False, False, False], [False, False, True, False, False, True, False, False], [True, True, True, False, False, False, True, False], [False, False, False, False, False, False, False, False]]
# expect: b'\xe9'
# expect: b'  ab  '
# expect: b'ab**'
# expect: b'  ab'
# expect: b'-005'
# expect: b'-a--'
# expect: TypeError center() argument 2 must be a byte string of length 1, not str
# expect: TypeError center(): argument 2 must be a byte string of length 1, not a bytes object of length 2
# expect: TypeError bytes.isalpha() takes no arguments (1 given)
