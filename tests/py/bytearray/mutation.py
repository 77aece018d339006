def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(b'hello')
b[0] = 72; b[-1] = ord('O'); print(b)
b[1:3] = b'XYZ'; print(b)
b[::2] = b'1234'[:len(b[::2])]; print(b)
del b[0]; del b[1:3]; print(b)
b[1:1] = [65, 66]; b[len(b):] = b'end'; print(b)
b[:] = b''; print(b, len(b))
b = bytearray(b'abcdef'); del b[::2]; print(b)
for op in ['b[0] = 256', 'b[0] = -1', 'b[0] = "a"', 'b[0] = b"a"', 'b[99] = 1', 'del b[99]', 'b[0:2] = 5', 'b[0:2] = "x"', 'b[::2] = b"123"', 'b["a"] = 1', 'b[1.5]', 'b[0:1] = [300]', 'b[0:1] = [None]']:
    try: exec(op); print(op, b)
    except Exception as e: print(op, '|', type(e).__name__, e)

# expect: bytearray(b'HellO')
# expect: bytearray(b'HXYZlO')
# expect: bytearray(b'1X2Z3O')
# expect: bytearray(b'X3O')
# expect: bytearray(b'XAB3Oend')
# expect: bytearray(b'') 0
# expect: bytearray(b'bdf')
# expect: b[0] = 256 | ValueError byte must be in range(0, 256)
# expect: b[0] = -1 | ValueError byte must be in range(0, 256)
# expect: b[0] = "a" | TypeError 'str' object cannot be interpreted as an integer
# expect: b[0] = b"a" | TypeError 'bytes' object cannot be interpreted as an integer
# expect: b[99] = 1 | IndexError bytearray index out of range
# expect: del b[99] | IndexError bytearray index out of range
# expect: b[0:2] = 5 | TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: b[0:2] = "x" | TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: b[::2] = b"123" | ValueError attempt to assign bytes of size 3 to extended slice of size 2
# expect: b["a"] = 1 | TypeError bytearray indices must be integers or slices, not str
# expect: b[1.5] | TypeError bytearray indices must be integers or slices, not float
# expect: b[0:1] = [300] | ValueError byte must be in range(0, 256)
# expect: b[0:1] = [None] | TypeError 'NoneType' object cannot be interpreted as an integer
