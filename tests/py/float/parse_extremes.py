def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: float('1' * 400))
t(lambda: float('0.' + '0' * 400 + '1'))
t(lambda: float('123456789012345678901234567890'))
t(lambda: float('0.1' + '0' * 50 + '1'))
t(lambda: float('2.2250738585072011e-308'))
t(lambda: float('1.7976931348623158e308'))
t(lambda: float('1.7976931348623159e308'))
t(lambda: float('4.9e-324'))
t(lambda: float('2.4e-324'))
t(lambda: float('2.5e-324'))
t(lambda: float('9007199254740993'))
t(lambda: float('9007199254740992.5'))
t(lambda: float('9007199254740993.0000001'))
t(lambda: float('0.500000000000000166533453693773481063544750213623046875'))
t(lambda: float('3.518437208883201171875e13'))
t(lambda: float('1e23'))
t(lambda: float('8.5e22'))
t(lambda: float('62.5364939768271845828'))
t(lambda: 1e0)
t(lambda: 1E+5)
t(lambda: 0e5)
t(lambda: 1_0.5e0_1)

# expect: inf
# expect: 0.0
# expect: 1.2345678901234568e+29
# expect: 0.1
# expect: 2.225073858507201e-308
# expect: 1.7976931348623157e+308
# expect: inf
# expect: 5e-324
# expect: 0.0
# expect: 5e-324
# expect: 9007199254740992.0
# expect: 9007199254740992.0
# expect: 9007199254740994.0
# expect: 0.5000000000000002
# expect: 35184372088832.016
# expect: 1e+23
# expect: 8.5e+22
# expect: 62.53649397682719
# expect: 1.0
# expect: 100000.0
# expect: 0.0
# expect: 105.0
