def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import random
r = random.Random(42)
t(lambda: r.random())
t(lambda: r.randint(1, 100))
t(lambda: r.choice('abc'))
t(lambda: r.sample(range(10), 3))
t(lambda: r.shuffle(l := [1, 2, 3, 4]))
t(lambda: l)
t(lambda: r.uniform(1, 2))
t(lambda: r.gauss(0, 1))
t(lambda: r.getrandbits(64))
t(lambda: r.randrange(0, 100, 7))
t(lambda: r.choices('ab', k=5))
t(lambda: r.choices('ab', weights=[1, 9], k=5))
t(lambda: r.expovariate(1))
t(lambda: r.betavariate(1, 2))
t(lambda: r.triangular())
t(lambda: r.normalvariate())
t(lambda: r.randbytes(4))
t(lambda: r.getrandbits(200))
t(lambda: random.Random('str').random())
t(lambda: random.Random(b'b').random())
t(lambda: random.Random(1.5).random())
t(lambda: random.Random(-5).random())
t(lambda: random.Random(2 ** 100).random())
s = r.getstate(); a = r.random(); r.setstate(s); print(a == r.random())
t(lambda: r.choice([]))
t(lambda: r.sample([1], 2))
t(lambda: r.randrange(0))
t(lambda: r.choices([], k=1))
t(lambda: r.sample({1}, 1))
t(lambda: r.getrandbits(-1))

# expect: 0.6394267984578837
# expect: 4
# expect: 'c'
# expect: [4, 3, 8]
# expect: None
# expect: NameError name 'l' is not defined
# expect: 1.6766994874229113
# expect: 0.33231834406771527
# expect: 586287033698423193
# expect: 0
# expect: ['a', 'a', 'b', 'b', 'b']
# expect: ['b', 'b', 'b', 'b', 'b']
# expect: 1.4221593582513252
# expect: 0.09432071421815177
# expect: 0.3281110803581531
# expect: 0.5034937287650307
# expect: b'}\xeaBa'
# expect: 1294743381856245064732596609501351867925431143205197320447895
# expect: 0.07093048757645559
# expect: 0.722813739778963
# expect: 0.551763726942059
# expect: 0.6229016948897019
# expect: 0.7586581712996778
# expect: True
# expect: IndexError Cannot choose from an empty sequence
# expect: ValueError Sample larger than population or is negative
# expect: ValueError empty range for randrange()
# expect: IndexError list index out of range
# expect: TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
# expect: ValueError number of bits must be non-negative
