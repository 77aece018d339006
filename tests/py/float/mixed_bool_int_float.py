def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [a + b for a in (True, 2, 2.5) for b in (False, -3, 0.5)])
t(lambda: [a * b for a in (True, 2, 2.5) for b in (False, -3, 0.5)])
t(lambda: [a == b for a in (1, 1.0, True) for b in (1, 1.0, True)])
t(lambda: [type(a + b).__name__ for a in (True, 2, 2.5) for b in (False, -3, 0.5)])
t(lambda: sum([True, 2, 0.5]))
t(lambda: max(True, 1.5, 0))
t(lambda: min(False, -0.5))
t(lambda: sorted([2, 1.5, True, 0.0, -1]))
t(lambda: [10 ** 20 + 0.5, 2 ** 70 * 1.0, 0.5 * 10 ** 20, 2 ** 70 / 2.0, 2 ** 70 // 1.0, 2 ** 70 - 0.0])

# expect: [1, -2, 1.5, 2, -1, 2.5, 2.5, -0.5, 3.0]
# expect: [0, -3, 0.5, 0, -6, 1.0, 0.0, -7.5, 1.25]
# expect: [True, True, True, True, True, True, True, True, True]
# expect: ['int', 'int', 'float', 'int', 'int', 'float', 'float', 'float', 'float']
# expect: 3.5
# expect: 1.5
# expect: -0.5
# expect: [-1, 0.0, True, 1.5, 2]
# expect: [1e+20, 1.1805916207174113e+21, 5e+19, 5.902958103587057e+20, 1.1805916207174113e+21, 1.1805916207174113e+21]
