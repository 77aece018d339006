import operator
ops = {'+': operator.add, '-': operator.sub, '*': operator.mul}
def rpn(s):
    st = []
    for t in s.split():
        st.append(ops[t](*(st.pop(), st.pop())[::-1]) if t in ops else int(t))
    return st.pop()
print(rpn('3 4 + 2 *'), rpn('10 2 3 * -'))
print([(x, y, z) for z in range(1, 20) for y in range(1, z) for x in range(1, y) if x * x + y * y == z * z])
print({w: sum(1 for v in 'a b a c b a'.split() if v == w) for w in 'abc'})
print(*(f'{i:>2}' + ('fizz' * (not i % 3) + 'buzz' * (not i % 5) or str(i)) for i in range(1, 16)))
print((lambda n: [p for p in range(2, n) if all(p % q for q in range(2, int(p ** .5) + 1))])(30))
print(list(zip(*[iter('abcdef')] * 2)), [*map(list, zip(*[[1, 2], [3, 4]]))])
print((a := [1, 2, 3])[1:] + a[:1], a[-1] ** 2 % 5 << 2 | 1)

# expect: 14 4
# expect: [(3, 4, 5), (6, 8, 10), (5, 12, 13), (9, 12, 15), (8, 15, 17)]
# expect: {'a': 3, 'b': 2, 'c': 1}
# expect:  11  22  3fizz  44  5buzz  6fizz  77  88  9fizz 10buzz 1111 12fizz 1313 1414 15fizzbuzz
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
# expect: [('a', 'b'), ('c', 'd'), ('e', 'f')] [[1, 3], [2, 4]]
# expect: [2, 3, 1] 17
