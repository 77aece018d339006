def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 2 ** 60 == 2 ** 60)
t(lambda: 2 ** 70 == 2 ** 70)
t(lambda: 2 ** 70 > 2 ** 69)
t(lambda: -2 ** 70 < 0)
t(lambda: 2 ** 60 < 2 ** 61)
t(lambda: 10 ** 20 == 1e20)
t(lambda: 10 ** 22 == 1e22)
t(lambda: 10 ** 23 == 1e23)
t(lambda: 2 ** 53 + 1 == float(2 ** 53))
t(lambda: 2 ** 1000 > 1e300)
t(lambda: 2 ** 2000 > 1e308)
t(lambda: 2 ** 2000 < float('inf'))
t(lambda: -2 ** 2000 > float('-inf'))
t(lambda: 1 < float('nan'))
t(lambda: 5 == 5.0)
t(lambda: 5 == '5')
t(lambda: 5 != 5.5)
t(lambda: 3 < 3.5 < 4)
t(lambda: 1 == True)
t(lambda: 2 == True)
t(lambda: 5 == 5 + 0j)
t(lambda: 5 < 5.000001)
t(lambda: 1 < 'a')
t(lambda: 1 < None)
t(lambda: 5 < 5j)
t(lambda: max(1, 2 ** 70, 3.5))
t(lambda: min(-2 ** 70, -1e30))
t(lambda: sorted([2 ** 65, -1, 3.5, True, -2 ** 65]))
t(lambda: sum([2 ** 62] * 4))
t(lambda: sum([1, 2.5, 3]))
t(lambda: sum([10 ** 20, 1]))

# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: False
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: TypeError '<' not supported between instances of 'int' and 'str'
# expect: TypeError '<' not supported between instances of 'int' and 'NoneType'
# expect: TypeError '<' not supported between instances of 'int' and 'complex'
# expect: 1180591620717411303424
# expect: -1e+30
# expect: [-36893488147419103232, -1, True, 3.5, 36893488147419103232]
# expect: 18446744073709551616
# expect: 6.5
# expect: 100000000000000000001
