def c(x): return 'neg' if x < 0 else 'zero' if x == 0 else 'small' if x < 10 else 'big'
print([c(x) for x in (-1, 0, 5, 50)])
print((1 if False else 2) + (3 if True else 4))
print([1, 2, 3] if [] else {}, 'a' if 'b' else 'c')
x = 5
print(x if x > 3 else 0, (x > 3) * x, [0, 1][x > 3])
print((lambda: 'l')() if x else None)
print(*(i if i % 2 else str(i) for i in range(4)))
y = 1 if x else (2, 3)
z = (1, 2) if x else 3
w = 1, 2 if x else 3
print(y, z, w)
print((yield_ := 'a') if 1 else 'b', yield_)

# expect: ['neg', 'zero', 'small', 'big']
# expect: 5
# expect: {} a
# expect: 5 5 1
# expect: l
# expect: 0 1 2 3
# expect: 1 (1, 2) (1, 2)
# expect: a a
