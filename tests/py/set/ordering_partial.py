def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

subsets = [set(), {1}, {2}, {1, 2}, {1, 2, 3}]
t(lambda: [[a < b for b in subsets] for a in subsets])
t(lambda: [[a <= b for b in subsets] for a in subsets][2])
t(lambda: [a.issubset(b) for a in subsets for b in [{1, 2}]])
t(lambda: sorted([{1, 2, 3}, {1}, {1, 2}]))
t(lambda: max([{1}, {1, 2}]))
t(lambda: {1} < {2} or {2} < {1})
t(lambda: frozenset([1]) <= {1})
t(lambda: {1}.issuperset(''))
t(lambda: {1} > frozenset())

# expect: [[False, True, True, True, True], [False, False, False, True, True], [False, False, False, True, True], [False, False, False, False, True], [False, False, False, False, False]]
# expect: [False, False, True, True, True]
# expect: [True, True, True, True, False]
# expect: [{1}, {1, 2}, {1, 2, 3}]
# expect: {1, 2}
# expect: False
# expect: True
# expect: True
# expect: True
