def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: chr(97))
t(lambda: chr(0))
t(lambda: chr(0x10ffff) == '\U0010ffff')
t(lambda: ord('a'))
t(lambda: ord('\U0010ffff'))
t(lambda: ord(b'a'))
t(lambda: chr(8364))
t(lambda: ord('€'))
t(lambda: chr(True))
t(lambda: chr(-1))
t(lambda: chr(0x110000))
t(lambda: chr('a'))
t(lambda: chr(1.5))
t(lambda: chr(10 ** 20))
t(lambda: ord(''))
t(lambda: ord('ab'))
t(lambda: ord(5))
t(lambda: ord(b''))
t(lambda: ord(b'ab'))
t(lambda: ord(bytearray(b'x')))

# expect: 'a'
# expect: '\x00'
# expect: True
# expect: 97
# expect: 1114111
# expect: 97
# expect: '€'
# expect: 8364
# expect: '\x01'
# expect: ValueError chr() arg not in range(0x110000)
# expect: ValueError chr() arg not in range(0x110000)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError chr() arg not in range(0x110000)
# expect: TypeError ord() expected a character, but string of length 0 found
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: TypeError ord() expected string of length 1, but int found
# expect: TypeError ord() expected a character, but string of length 0 found
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: 120
