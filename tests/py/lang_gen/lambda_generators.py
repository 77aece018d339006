g = lambda n: (yield from range(n))
print(list(g(3)))
h = lambda: ((yield 1), (yield 2))
i = h(); print(next(i), i.send('a'))
try: i.send('b')
except StopIteration as e: print(e.value)
print(type((lambda: (yield))()).__name__)
k = [(lambda: (yield x))() for x in range(2)]
print([next(j) for j in k])

# expect: [0, 1, 2]
# expect: 1 2
# expect: ('a', 'b')
# expect: generator
# expect: [1, 1]
