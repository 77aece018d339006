from functools import reduce
import operator as op
print(reduce(op.mul, range(1, 6)), reduce(op.add, ['a', 'b'], ''), reduce(lambda a, b: b, [1]), reduce(max, [3, 9, 2]))
print(sorted([(1, 'b'), (0, 'a')], key=op.itemgetter(1)), list(map(op.attrgetter('real', 'imag'), [1 + 2j])))
print(list(map(op.methodcaller('split', ','), ['a,b'])), list(map(pow, [2, 3], [3, 2])))
try: reduce(op.add, [])
except TypeError as e: print(e)
print(min([3, 1, 2], key=lambda x: -x), max('ab', 'abc', key=len), max([], default='none'))
print(sum(map(len, ['a', 'bb'])), any(map(str.isdigit, 'a1')), list(zip(*[[1, 2], [3, 4]])))

# expect: 120 ab 1 9
# expect: [(0, 'a'), (1, 'b')] [(1.0, 2.0)]
# expect: [['a', 'b']] [8, 9]
# expect: reduce() of empty iterable with no initial value
# expect: 3 abc none
# expect: 3 True [(1, 3), (2, 4)]
