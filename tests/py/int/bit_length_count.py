def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [n.bit_length() for n in (0, 1, -1, 2, 255, 256, -256, 2 ** 60, 2 ** 64 - 1, -2 ** 64, 10 ** 30)])
t(lambda: [n.bit_count() for n in (0, 1, -1, 7, 255, -256, 2 ** 64 - 1, 10 ** 30)])
t(lambda: ((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (5).is_integer(), (5).as_integer_ratio(), (-5).__abs__(), (5).__pos__(), (5).__neg__(), (5).__invert__(), (5).__bool__(), (0).__bool__(), (5).__float__(), (5).__int__(), (5).__index__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__hash__(), (5).__str__(), (5).__format__('03')))
t(lambda: (5).bit_length(1))
t(lambda: (5).real.x)

# expect: [0, 1, 1, 2, 8, 9, 9, 61, 64, 65, 100]
# expect: [0, 1, 1, 3, 8, 1, 64, 37]
# expect: (5, 0, 5, 1, 5, True, (5, 1), 5, 5, -5, -6, True, False, 5.0, 5, 5, 5, 5, 5, 5, '5', '005')
# expect: TypeError int.bit_length() takes no arguments (1 given)
# expect: AttributeError 'int' object has no attribute 'x'
