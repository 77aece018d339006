def f(x):
    match x:
        case []: return 'empty'
        case [a]: return ('one', a)
        case (1, 2): return '1,2'
        case [a, b]: return ('two', a, b)
        case [1, *rest]: return ('1+', rest)
        case [*init, 9]: return ('+9', init)
        case [a, *_, z]: return ('ends', a, z)
print([f(v) for v in ([], (), [5], (1, 2), [3, 4], [1, 5, 6], [4, 5, 9], (7, 8, 0), range(3), 'ab', b'ab', {1, 2}, {1: 2}, 5, bytearray(b'xy'))])
import collections, array
print(f(collections.deque([1, 2])), f(array.array('i', [3])), f(memoryview(b'a')))
class S(list): pass
print(f(S([5])))
match 1, 2:
    case x, y: print(x, y)
match [1, [2, [3, 4]]]:
    case [a, [b, [c, d]]]: print(a, b, c, d)

# expect: ['empty', 'empty', ('one', 5), '1,2', ('two', 3, 4), ('1+', [5, 6]), ('+9', [4, 5]), ('ends', 7, 0), ('ends', 0, 2), None, None, None, None, None, None]
# expect: 1,2 ('one', 3) ('one', 97)
# expect: ('one', 5)
# expect: 1 2
# expect: 1 2 3 4
