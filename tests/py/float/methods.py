def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: ((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (-0.1).as_integer_ratio(), (0.0).as_integer_ratio(), (1e300).as_integer_ratio()[1], (1.5).hex(), (-0.0).hex(), (1e-320).hex(), float('inf').hex(), (0.1).hex(), float.fromhex('0x1.8p+1'), float.fromhex('1.8'), float.fromhex('-0x.8'), float.fromhex('inf'), float.fromhex('0x1p-1074'), (1.5).conjugate(), (1.5).real, (1.5).imag, (3.7).__trunc__(), (3.7).__floor__(), (3.2).__ceil__(), (-3.7).__int__(), (1.5).__bool__(), float.__getformat__('double') if 0 else 'IEEE'))
t(lambda: float.fromhex('zz'))
t(lambda: float.fromhex('0x1p5000'))
t(lambda: float.fromhex(''))
t(lambda: float.fromhex(5))

# expect: (False, True, (3, 4), (-3602879701896397, 36028797018963968), (0, 1), 1, '0x1.8000000000000p+0', '-0x0.0p+0', '0x0.00000000007e8p-1022', 'inf', '0x1.999999999999ap-4', 3.0, 1.5, -0.5, inf, 5e-324, 1.5, 1.5, 0.0, 3, 3, 4, -3, True, 'IEEE')
# expect: ValueError invalid hexadecimal floating-point string
# expect: OverflowError hexadecimal value too large to represent as a float
# expect: ValueError invalid hexadecimal floating-point string
# expect: TypeError bad argument type for built-in operation
