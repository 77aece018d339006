import pprint, reprlib
pprint.pprint({'b': 1, 'a': [1, 2]}); pprint.pprint(list(range(40)), width=40, compact=True)
pprint.pprint({'key%d' % i: 'value' * 4 for i in range(4)}, width=50); print(pprint.pformat([[1, [2, [3, [4]]]]], depth=2), pprint.isreadable([1]), reprlib.repr(list(range(20))), reprlib.repr('x' * 60))
l = [1]; l.append(l); print(pprint.saferepr((1, 'a')), pprint.isrecursive(l))

# expect: {'a': [1, 2], 'b': 1}
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
# expect:  12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
# expect:  22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
# expect:  32, 33, 34, 35, 36, 37, 38, 39]
# expect: {'key0': 'valuevaluevaluevalue',
# expect:  'key1': 'valuevaluevaluevalue',
# expect:  'key2': 'valuevaluevaluevalue',
# expect:  'key3': 'valuevaluevaluevalue'}
# expect: [[1, [...]]] True [0, 1, 2, 3, 4, 5, ...] 'xxxxxxxxxxxx...xxxxxxxxxxxxx'
# expect: (1, 'a') True
