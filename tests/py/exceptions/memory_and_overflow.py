def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'a' * (10 ** 18))
t(lambda: [0] * (2 ** 62))
t(lambda: bytes(2 ** 62))
t(lambda: 10 ** 400 * 1.0)
t(lambda: int(1e400) if 0 else float(10 ** 309))
t(lambda: range(10 ** 20).__len__())
t(lambda: 'a' * 2 ** 64)
t(lambda: 2 ** 64 * 'a')
t(lambda: b'a' * 2 ** 64)
t(lambda: [1] * 2 ** 64)
t(lambda: (1,) * 2 ** 64)
t(lambda: 1 << 2 ** 64)
t(lambda: chr(2 ** 64))
t(lambda: '%c' % 2 ** 40)
t(lambda: bytearray(2 ** 62))
t(lambda: 'x'.ljust(2 ** 62))
t(lambda: int('1' * 5000))
t(lambda: [].__imul__(2 ** 63))

# expect: MemoryError 
# expect: MemoryError 
# expect: MemoryError 
# expect: OverflowError int too large to convert to float
# expect: OverflowError int too large to convert to float
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: MemoryError 
# expect: ValueError chr() arg not in range(0x110000)
# expect: OverflowError %c arg not in range(0x110000)
# expect: MemoryError 
# expect: MemoryError 
# expect: ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: OverflowError cannot fit 'int' into an index-sized integer
