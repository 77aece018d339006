def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = [1, [2], 3]
t(lambda: l.reverse())
t(lambda: l)
t(lambda: l.copy() == l)
t(lambda: l.copy() is l)
t(lambda: l.copy()[1] is l[1])
t(lambda: list(reversed(l)))
t(lambda: l[::-1])
t(lambda: [].reverse())
t(lambda: reversed([1]).__length_hint__())
t(lambda: l.reverse(1))
t(lambda: l.copy(1))
r = reversed([1, 2, 3]); print(next(r), list(r), list(r))
m = [1, 2, 3]; it = reversed(m); m.append(4); print(list(it))
m = [1, 2, 3]; it = reversed(m); m.clear(); print(list(it))

# expect: None
# expect: [3, [2], 1]
# expect: True
# expect: False
# expect: True
# expect: [1, [2], 3]
# expect: [1, [2], 3]
# expect: None
# expect: 1
# expect: TypeError list.reverse() takes no arguments (1 given)
# expect: TypeError list.copy() takes no arguments (1 given)
# expect: 3 [2, 1] []
# expect: [3, 2, 1]
# expect: []
