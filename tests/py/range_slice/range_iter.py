def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

it = iter(range(3)); print(next(it), it.__length_hint__(), list(it), next(it, 'end'))
it = reversed(range(3)); print(next(it), list(it))
t(lambda: list(zip(range(3), range(10, 0, -5))))
t(lambda: list(enumerate(range(2, 4))))
t(lambda: [*range(2)])
t(lambda: {*range(2)})
t(lambda: dict.fromkeys(range(2)))
t(lambda: sorted(range(3), reverse=True))
t(lambda: [i for i in range(3) for j in range(i)])
t(lambda: list(map(lambda x: x ** 2, range(4))))
t(lambda: type(iter(range(1))).__name__)
t(lambda: type(iter(range(2 ** 70))).__name__)
for i in range(3):
    i = 10
    print(i, end=' ')
print(i)
for i in range(0, -10, -4): print(i, end=' ')
print()
a, b, *c = range(5); print(a, b, c)
s = 0
for i in range(1000): s += i if i % 3 == 0 or i % 5 == 0 else 0
t(lambda: s)

# expect: 0 2 [1, 2] end
# expect: 2 [1, 0]
# expect: [(0, 10), (1, 5)]
# expect: [(0, 2), (1, 3)]
# expect: [0, 1]
# expect: {0, 1}
# expect: {0: None, 1: None}
# expect: [2, 1, 0]
# expect: [1, 2, 2]
# expect: [0, 1, 4, 9]
# expect: 'range_iterator'
# expect: 'longrange_iterator'
# expect: 10 10 10 10
# expect: 0 -4 -8 
# expect: 0 1 [2, 3, 4]
# expect: 233168
