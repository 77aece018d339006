def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 1.0 == 1)
t(lambda: 1.5 > 1)
t(lambda: 2 ** 53 == 2.0 ** 53)
t(lambda: 2 ** 53 + 1 == 2.0 ** 53)
t(lambda: 2 ** 53 + 1 > 2.0 ** 53)
t(lambda: 10 ** 22 == 1e22)
t(lambda: 10 ** 23 == 1e23)
t(lambda: 10 ** 400 > 1e308)
t(lambda: -10 ** 400 < -1e308)
t(lambda: 0.1 < 10 ** 400)
t(lambda: 1e308 < 10 ** 308 * 2)
t(lambda: 0.5 < 1)
t(lambda: True == 1.0)
t(lambda: 3 <= 3.0)
t(lambda: -0.0 == 0)
t(lambda: 5e-324 > 0)
t(lambda: 2 ** 1024 > 1.7976931348623157e308)
t(lambda: 9007199254740993 < 9007199254740992.0)
t(lambda: 9007199254740993 > 9007199254740992.0)
t(lambda: 1.5 < 'a')
t(lambda: 1.5 < None)
t(lambda: 1.5 == 'a')
t(lambda: 1.5 == None)
t(lambda: 1.5 != 2)

# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: TypeError '<' not supported between instances of 'float' and 'str'
# expect: TypeError '<' not supported between instances of 'float' and 'NoneType'
# expect: False
# expect: False
# expect: True
