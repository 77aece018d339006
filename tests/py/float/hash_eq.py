def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: hash(1.0) == hash(1))
t(lambda: hash(0.5))
t(lambda: hash(1.5))
t(lambda: hash(-0.0))
t(lambda: hash(1e300) == hash(int(1e300)))
t(lambda: hash(0.1))
t(lambda: hash(-1.0))
t(lambda: hash(2.0 ** 61))
t(lambda: hash(1e-320))
t(lambda: hash(3.14))
t(lambda: {1.0: 'a'}[1])
t(lambda: {0.0, -0.0, 0})
t(lambda: len({0.1 + 0.2, 0.3}))
t(lambda: {2.5: 1}.get(2.5))

# expect: True
# expect: 1152921504606846976
# expect: 1152921504606846977
# expect: 0
# expect: True
# expect: 230584300921369408
# expect: -2
# expect: 1
# expect: 33957085184
# expect: 322818021289917443
# expect: 'a'
# expect: {0.0}
# expect: 2
# expect: 1
