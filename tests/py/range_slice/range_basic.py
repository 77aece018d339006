def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: range(5))
t(lambda: range(2, 5))
t(lambda: range(0, 10, 3))
t(lambda: list(range(5)))
t(lambda: list(range(5, 0, -2)))
t(lambda: list(range(0)))
t(lambda: list(range(5, 2)))
t(lambda: len(range(0, 10, 3)))
t(lambda: range(10)[3])
t(lambda: range(10)[-1])
t(lambda: range(10)[2:8:2])
t(lambda: range(10)[::-1])
t(lambda: range(0, 10, 3)[1:])
t(lambda: range(5).start)
t(lambda: range(5).stop)
t(lambda: range(5).step)
t(lambda: bool(range(0)))
t(lambda: repr(range(1, 2, 1)))
t(lambda: range(True, 3))
t(lambda: sum(range(101)))
t(lambda: max(range(3, 9)))
t(lambda: min(range(5, 0, -1)))
t(lambda: list(reversed(range(0, 10, 4))))
t(lambda: range())
t(lambda: range(1, 2, 0))
t(lambda: range(1.5))
t(lambda: range('a'))
t(lambda: range(1, 2, 3, 4))
t(lambda: range(None))
t(lambda: range(10)[10])
t(lambda: range(10)['a'])
t(lambda: range(5)[::0])
t(lambda: range(step=1))

# expect: range(0, 5)
# expect: range(2, 5)
# expect: range(0, 10, 3)
# expect: [0, 1, 2, 3, 4]
# expect: [5, 3, 1]
# expect: []
# expect: []
# expect: 4
# expect: 3
# expect: 9
# expect: range(2, 8, 2)
# expect: range(9, -1, -1)
# expect: range(3, 12, 3)
# expect: 0
# expect: 5
# expect: 1
# expect: False
# expect: 'range(1, 2)'
# expect: range(1, 3)
# expect: 5050
# expect: 8
# expect: 1
# expect: [8, 4, 0]
# expect: TypeError range expected at least 1 argument, got 0
# expect: ValueError range() arg 3 must not be zero
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError range expected at most 3 arguments, got 4
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: IndexError range object index out of range
# expect: TypeError range indices must be integers or slices, not str
# expect: ValueError slice step cannot be zero
# expect: TypeError range() takes no keyword arguments
