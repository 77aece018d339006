def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: {1, 1.0, True, 1 + 0j})
t(lambda: {2 ** 61, 2 ** 61 + 1 - 1})
t(lambda: {10 ** 20, 1e20})
t(lambda: {0.1 + 0.2, 0.3} == {0.30000000000000004, 0.3})
t(lambda: 1.0 in {1})
t(lambda: True in {1})
t(lambda: 2 ** 53 in {2.0 ** 53})
t(lambda: {float('inf'), float('inf')})
t(lambda: {-0.0, 0.0})
t(lambda: len({-1, -2}))
t(lambda: {2 ** 70, 2 ** 70})
t(lambda: len({i / 10 for i in range(100)}))
t(lambda: hash(frozenset([1])) == hash(frozenset([True])))

# expect: {1}
# expect: {2305843009213693952}
# expect: {100000000000000000000}
# expect: True
# expect: True
# expect: True
# expect: True
# expect: {inf}
# expect: {-0.0}
# expect: 2
# expect: {1180591620717411303424}
# expect: 100
# expect: True
