def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list(map(str.upper, 'ab')))
t(lambda: list(map(int, '123')))
t(lambda: list(map('{}-{}'.format, 'ab', 'cd')))
t(lambda: list(filter(str.isalpha, 'a1')))
t(lambda: sorted('Ab', key=str.lower))
t(lambda: list(map(len, ['a', 'bb'])))
t(lambda: list(map(dict.get, [{'a': 1}], ['a'])))
t(lambda: list(map(list.__len__, [[1]])))
t(lambda: sum(map(float, ['1', '2.5'])))
t(lambda: max(map(abs, [-3, 2])))
t(lambda: list(map(bool, [0, 1])))
t(lambda: list(map(type, [1, 'a'])))
t(lambda: list(map(tuple, ['ab'])))
t(lambda: ''.join(map(chr, [72, 105])))
t(lambda: list(map(lambda *a: a, [1], [2], [3])))
t(lambda: list(zip(map(str, [1]), filter(None, [2]))))
t(lambda: dict(map(lambda x: (x, x), 'a')))
t(lambda: [*map(print, [])])
t(lambda: list(map(int.__add__, [1], [2])))
t(lambda: list(map(str.upper, [1])))
t(lambda: list(map(int, ['a'])))
t(lambda: list(map(int.__add__, [1], ['a'])))

# expect: ['A', 'B']
# expect: [1, 2, 3]
# expect: ['a-c', 'b-d']
# expect: ['a']
# expect: ['A', 'b']
# expect: [1, 2]
# expect: [1]
# expect: [1]
# expect: 3.5
# expect: 3
# expect: [False, True]
# expect: [<class 'int'>, <class 'str'>]
# expect: [('a', 'b')]
# expect: 'Hi'
# expect: [(1, 2, 3)]
# expect: [('1', 2)]
# expect: {'a': 'a'}
# expect: []
# expect: [3]
# expect: TypeError descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
# expect: ValueError invalid literal for int() with base 10: 'a'
# expect: [NotImplemented]
