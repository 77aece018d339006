def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [1, 2] == [1, 2])
t(lambda: [1, 2] != [2, 1])
t(lambda: [1, 2] < [1, 3])
t(lambda: [1] < [1, 0])
t(lambda: [] < [0])
t(lambda: [2] > [1, 9])
t(lambda: [1, 2] <= [1, 2])
t(lambda: [1] == (1,))
t(lambda: [[1]] == [[1]])
t(lambda: [1.0] == [1])
t(lambda: [1, 'a'] == [1, 'a'])
t(lambda: ['b'] > ['a', 'z'])
t(lambda: [1, 2] >= [1])
t(lambda: [1] < (1,))
t(lambda: [1] < 1)
t(lambda: [1, 'a'] < [1, 2])
t(lambda: [None] < [None])
t(lambda: [None, 1] < [None, 2])
t(lambda: [{}] < [{}])
t(lambda: [[]] == [[]])
l = []; l.append(l)
try: l == l; print('identical')
except RecursionError: print('recursion')
m = []; m.append(m)
try: l == m
except RecursionError: print('RecursionError')
t(lambda: hash([1]))

# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: TypeError '<' not supported between instances of 'list' and 'tuple'
# expect: TypeError '<' not supported between instances of 'list' and 'int'
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: False
# expect: True
# expect: False
# expect: True
# expect: identical
# expect: RecursionError
# expect: TypeError unhashable type: 'list'
