def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: hash(0))
t(lambda: hash(1))
t(lambda: hash(-1))
t(lambda: hash(-2))
t(lambda: hash(2 ** 61 - 1))
t(lambda: hash(2 ** 61))
t(lambda: hash(2 ** 61 - 2))
t(lambda: hash(-(2 ** 61 - 1)))
t(lambda: hash(10 ** 30))
t(lambda: hash(-10 ** 30))
t(lambda: hash(2 ** 200))
t(lambda: hash(True))
t(lambda: hash(5) == hash(5.0))
t(lambda: hash(2 ** 70) == hash(float(2 ** 70)))
t(lambda: hash(2 ** 64))
t(lambda: {1: 'a', 1.0: 'b', True: 'c'})
t(lambda: {2 ** 70: 1}[2 ** 70])
t(lambda: len({i % 7 for i in range(-50, 50)}))

# expect: 0
# expect: 1
# expect: -2
# expect: -2
# expect: 0
# expect: 1
# expect: 2305843009213693950
# expect: 0
# expect: 465258685558744706
# expect: -465258685558744706
# expect: 131072
# expect: 1
# expect: True
# expect: True
# expect: 8
# expect: {1: 'c'}
# expect: 1
# expect: 7
