def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b'\x01\xab'.hex())
t(lambda: b'abcd'.hex(':'))
t(lambda: b'abcde'.hex('-', 2))
t(lambda: b'abcde'.hex('-', -2))
t(lambda: b''.hex())
t(lambda: bytes.fromhex('01ab'))
t(lambda: bytes.fromhex(' 0 1'.replace(' ', '')))
t(lambda: bytes.fromhex('01 AB\ncd'))
t(lambda: bytes.fromhex(''))
t(lambda: b'ab'.hex(b'.'))
t(lambda: b'abc'.hex(sep='_', bytes_per_sep=2))
t(lambda: bytearray(b'\xff').hex())
t(lambda: bytes.fromhex('zz'))
t(lambda: bytes.fromhex('0 1'))
# since-3.14: fromhex() argument must be str, not int => fromhex() argument must be str or bytes-like, not int
t(lambda: bytes.fromhex(5))
t(lambda: b'a'.hex('xx'))
t(lambda: b'a'.hex(1))
t(lambda: b'a'.hex('é'))

# expect: '01ab'
# expect: '61:62:63:64'
# expect: '61-6263-6465'
# expect: '6162-6364-65'
# expect: ''
# expect: b'\x01\xab'
# expect: b'\x01'
# expect: b'\x01\xab\xcd'
# expect: b''
# expect: '61.62'
# expect: '61_6263'
# expect: 'ff'
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 0
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 1
# expect: TypeError fromhex() argument must be str or bytes-like, not int
# expect: ValueError sep must be length 1.
# expect: TypeError object of type 'int' has no len()
# expect: ValueError sep must be ASCII.
