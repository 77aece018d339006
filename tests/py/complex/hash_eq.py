def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: hash(1j) == hash(complex(0, 1)))
t(lambda: hash(1 + 0j) == hash(1))
t(lambda: hash(2.5 + 0j) == hash(2.5))
t(lambda: {1: 'a'}[1 + 0j])
t(lambda: 1j in [1j])
t(lambda: complex(float('nan'), 0) == complex(float('nan'), 0))
t(lambda: {1j: 1, 2: 2})
t(lambda: 1 + 0j == 1.0 == True)
t(lambda: 10 ** 30 == complex(1e30))
t(lambda: 2 ** 53 + 1 == complex(2 ** 53))
t(lambda: 1j == 'a')
t(lambda: hash(3 + 4j))

# expect: True
# expect: True
# expect: True
# expect: 'a'
# expect: True
# expect: False
# expect: {1j: 1, 2: 2}
# expect: True
# expect: False
# expect: False
# expect: False
# expect: 4000015
