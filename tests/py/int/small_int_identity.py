def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: ((5 is 5) or True, all(a == b for a, b in zip(range(-10, 300), range(-10, 300))), type(2 ** 100), type(True + 0), type(5 // 1), int('5') == 5, [i for i in range(3)][1] == 1, id(7) == id(7)))

# expect: (True, True, <class 'int'>, <class 'int'>, <class 'int'>, True, True, True)
