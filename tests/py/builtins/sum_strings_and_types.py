def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: sum([], []))
t(lambda: sum([(1,), (2,)], ()))
t(lambda: sum({1: 'a', 2: 'b'}))
t(lambda: sum([True] * 3))
t(lambda: sum([1, 2.5, 3j]))
t(lambda: sum([0.1] * 10))
t(lambda: sum([2 ** 62, 2 ** 62]))
t(lambda: sum([-2 ** 63, -1]))
t(lambda: sum(range(0)))
t(lambda: sum(b'ab'))
t(lambda: sum([1.0, 10 ** 20]))
t(lambda: sum([float('inf'), 1]))
t(lambda: sum([1e308, 1e308]))
t(lambda: sum('ab'))
t(lambda: sum(['a', 'b']))
t(lambda: sum([1, 'a']))
t(lambda: sum([[1], (2,)], []))
t(lambda: sum([None]))
t(lambda: sum([{}]))
t(lambda: sum([1], ''))
t(lambda: sum(5, 5))
t(lambda: sum([10 ** 400, 1.5]))
class A:
    def __radd__(s, o): return ('radd', o)
    def __add__(s, o): return ('add', o)
t(lambda: sum([A()]))
t(lambda: sum([1, A()]))
t(lambda: sum([A()], A())[0])

# expect: []
# expect: (1, 2)
# expect: 3
# expect: 3
# expect: (3.5+3j)
# expect: 1.0
# expect: 9223372036854775808
# expect: -9223372036854775809
# expect: 0
# expect: 195
# expect: 1e+20
# expect: inf
# expect: inf
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError can only concatenate list (not "tuple") to list
# expect: TypeError unsupported operand type(s) for +: 'int' and 'NoneType'
# expect: TypeError unsupported operand type(s) for +: 'int' and 'dict'
# expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: TypeError 'int' object is not iterable
# expect: OverflowError int too large to convert to float
# expect: ('radd', 0)
# expect: ('radd', 1)
# expect: 'add'
