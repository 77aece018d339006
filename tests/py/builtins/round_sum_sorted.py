def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: round(2.5))
t(lambda: round(3.5))
t(lambda: round(2.567, 2))
t(lambda: round(1234, -2))
t(lambda: round(True))
t(lambda: round(-2.5))
t(lambda: sum([1, 2]))
t(lambda: sum([], 5))
t(lambda: sum([1.5, 2]))
t(lambda: sum([[1], [2]], []))
t(lambda: sum((1, 2), start=10))
t(lambda: sum([True, True]))
t(lambda: sum(x for x in range(4)))
t(lambda: sorted([3, 1]))
t(lambda: sorted('ba', reverse=True))
t(lambda: sorted([-1, 2], key=abs))
t(lambda: sorted({}))
t(lambda: sum([10 ** 20, 1]))
t(lambda: sum([1, 2 ** 63]))
t(lambda: sum([0.1] * 3))
t(lambda: sum([1j, 2]))
t(lambda: round('a'))
t(lambda: round(1, 'a'))
t(lambda: round())
t(lambda: round([]))
t(lambda: sum(5))
t(lambda: sum(['a']))
t(lambda: sum(['a'], ''))
t(lambda: sum([b'a'], b''))
t(lambda: sum([1], None))
t(lambda: sum([[1]]))
t(lambda: sum())
t(lambda: sum([1], 2, 3))
t(lambda: sorted(5))
t(lambda: sorted([1, 'a']))
t(lambda: sorted())
t(lambda: sorted([1], key=1))
t(lambda: sorted([1, 2], lambda x: x))
t(lambda: sum([bytearray(b'a')], bytearray()))
t(lambda: round(1.5, ndigits=0))
t(lambda: round(number=2.5))

# expect: 2
# expect: 4
# expect: 2.57
# expect: 1200
# expect: 1
# expect: -2
# expect: 3
# expect: 5
# expect: 3.5
# expect: [1, 2]
# expect: 13
# expect: 2
# expect: 6
# expect: [1, 3]
# expect: ['b', 'a']
# expect: [-1, 2]
# expect: []
# expect: 100000000000000000001
# expect: 9223372036854775809
# expect: 0.30000000000000004
# expect: (2+1j)
# expect: TypeError type str doesn't define __round__ method
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError round() missing required argument 'number' (pos 1)
# expect: TypeError type list doesn't define __round__ method
# expect: TypeError 'int' object is not iterable
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: TypeError sum() can't sum bytes [use b''.join(seq) instead]
# expect: TypeError unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: TypeError unsupported operand type(s) for +: 'int' and 'list'
# expect: TypeError sum() takes at least 1 positional argument (0 given)
# expect: TypeError sum() takes at most 2 arguments (3 given)
# expect: TypeError 'int' object is not iterable
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError sorted expected 1 argument, got 0
# expect: TypeError 'int' object is not callable
# expect: TypeError sorted expected 1 argument, got 2
# expect: TypeError sum() can't sum bytearray [use b''.join(seq) instead]
# expect: 2.0
# expect: 2
