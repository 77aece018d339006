def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = []
l.append(1); l.append([2]); l.append(None); print(l)
l.insert(0, 'a'); l.insert(100, 'z'); l.insert(-1, 'y'); l.insert(-100, 'first'); l.insert(2, 'mid'); print(l)
t(lambda: l.append())
t(lambda: l.append(1, 2))
t(lambda: l.insert(1))
t(lambda: l.insert('a', 1))
t(lambda: l.insert(1.0, 1))
t(lambda: l.insert(True, 'T'))
t(lambda: l)
l2 = [1]; l2.append(l2)
t(lambda: l2)
t(lambda: len(l2))

# expect: [1, [2], None]
# expect: ['first', 'a', 'mid', 1, [2], None, 'y', 'z']
# expect: TypeError list.append() takes exactly one argument (0 given)
# expect: TypeError list.append() takes exactly one argument (2 given)
# expect: TypeError insert expected 2 arguments, got 1
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: None
# expect: ['first', 'T', 'a', 'mid', 1, [2], None, 'y', 'z']
# expect: [1, [...]]
# expect: 2
