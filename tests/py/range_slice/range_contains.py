def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 3 in range(5))
t(lambda: 5 in range(5))
t(lambda: -1 in range(5))
t(lambda: 4 in range(0, 10, 2))
t(lambda: 5 in range(0, 10, 2))
t(lambda: 2.0 in range(5))
t(lambda: 2.5 in range(5))
t(lambda: 'a' in range(5))
t(lambda: True in range(2))
t(lambda: 10 ** 20 in range(10 ** 21))
t(lambda: 7 in range(10, 0, -3))
t(lambda: 6 in range(10, 0, -3))
t(lambda: None in range(3))
t(lambda: range(10).index(4))
t(lambda: range(0, 10, 3).index(9))
t(lambda: range(10).count(4))
t(lambda: range(10).count(99))
t(lambda: range(5).index(2.0))
t(lambda: range(5).count(2.0))
t(lambda: range(5).index(9))
t(lambda: range(5).index('a'))
t(lambda: range(5).count())
t(lambda: 3 in range(2 ** 70))
t(lambda: 2 ** 69 in range(2 ** 70))
t(lambda: 2 ** 70 - 1 in range(0, 2 ** 70, 3))

# since-3.14: ValueError 9 is not in range => ValueError range.index(x): x not in range
# expect: True
# expect: False
# expect: False
# expect: True
# expect: False
# expect: True
# expect: False
# expect: False
# expect: True
# expect: True
# expect: True
# expect: False
# expect: False
# expect: 4
# expect: 3
# expect: 1
# expect: 0
# expect: 2
# expect: 1
# expect: ValueError range.index(x): x not in range
# expect: ValueError sequence.index(x): x not in sequence
# expect: TypeError range.count() takes exactly one argument (0 given)
# expect: True
# expect: True
# expect: True
