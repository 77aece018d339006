def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: range(5) == range(0, 5))
t(lambda: range(0, 5, 2) == range(0, 6, 2))
t(lambda: range(0) == range(5, 5))
t(lambda: range(1, 2) == range(1, 3, 5))
t(lambda: range(3) != [0, 1, 2])
t(lambda: hash(range(5)) == hash(range(0, 5, 1)))
t(lambda: hash(range(0)) == hash(range(3, 3)))
t(lambda: {range(3): 'a'}[range(0, 3)])
t(lambda: range(0, 5, 3) == range(0, 4, 3))
t(lambda: range(3) == range(3.0) if 0 else 1)
t(lambda: range(3) < range(4))
t(lambda: range(3) + range(3))
t(lambda: range(3) * 2)

# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: 'a'
# expect: True
# expect: 1
# expect: TypeError '<' not supported between instances of 'range' and 'range'
# expect: TypeError unsupported operand type(s) for +: 'range' and 'range'
# expect: TypeError unsupported operand type(s) for *: 'range' and 'int'
