def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

x = 0.0; out = []
while x < 1.0: x += 0.1; out.append(x)
t(lambda: out)
v, n = 1.0, 0
while v / 2 > 0: v /= 2; n += 1
t(lambda: n)
t(lambda: v)
eps = 1.0
while 1.0 + eps / 2 != 1.0: eps /= 2
t(lambda: eps)
l = [i / 7 for i in range(8)]
t(lambda: l)
t(lambda: [round(i, 3) for i in l])
t(lambda: [f'{i:.2f}' for i in l])
t(lambda: [int(i * 100) for i in l])

# expect: [0.1, 0.2, 0.30000000000000004, 0.4, 0.5, 0.6, 0.7, 0.7999999999999999, 0.8999999999999999, 0.9999999999999999, 1.0999999999999999]
# expect: 1074
# expect: 5e-324
# expect: 2.220446049250313e-16
# expect: [0.0, 0.14285714285714285, 0.2857142857142857, 0.42857142857142855, 0.5714285714285714, 0.7142857142857143, 0.8571428571428571, 1.0]
# expect: [0.0, 0.143, 0.286, 0.429, 0.571, 0.714, 0.857, 1.0]
# expect: ['0.00', '0.14', '0.29', '0.43', '0.57', '0.71', '0.86', '1.00']
# expect: [0, 14, 28, 42, 57, 71, 85, 100]
