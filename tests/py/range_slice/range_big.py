def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: range(10 ** 30)[10 ** 29])
t(lambda: range(10 ** 30, 10 ** 30 + 3)[-1])
t(lambda: list(range(10 ** 20, 10 ** 20 + 2)))
t(lambda: list(range(2 ** 63 - 2, 2 ** 63 + 1)))
t(lambda: range(-2 ** 70, 2 ** 70, 2 ** 69)[2])
t(lambda: list(range(-2 ** 65, 2 ** 65, 2 ** 64)))
t(lambda: list(range(2 ** 62, 2 ** 62 + 4, 2)))
t(lambda: range(10 ** 30)[5:10 ** 29:10 ** 28])
t(lambda: list(reversed(range(2 ** 64, 2 ** 64 + 3))))
t(lambda: next(iter(range(10 ** 40, 10 ** 41))))
t(lambda: len(range(10 ** 30)))
t(lambda: range(10 ** 30).__len__())
t(lambda: len(range(2 ** 63 - 1)))
t(lambda: range(2 ** 100).index(2 ** 99))
t(lambda: bool(range(10 ** 40)))

# expect: 100000000000000000000000000000
# expect: 1000000000000000000000000000002
# expect: [100000000000000000000, 100000000000000000001]
# expect: [9223372036854775806, 9223372036854775807, 9223372036854775808]
# expect: 0
# expect: [-36893488147419103232, -18446744073709551616, 0, 18446744073709551616]
# expect: [4611686018427387904, 4611686018427387906]
# expect: range(5, 100000000000000000000000000000, 10000000000000000000000000000)
# expect: [18446744073709551618, 18446744073709551617, 18446744073709551616]
# expect: 10000000000000000000000000000000000000000
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: 9223372036854775807
# expect: 633825300114114700748351602688
# expect: True
