def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import re
nat = lambda s: [int(x) if x.isdigit() else x for x in re.split(r'(\d+)', s)]
t(lambda: sorted(['f10', 'f2', 'f1', 'f10a'], key=nat))
t(lambda: sorted(['b', 'A', 'c', 'B'], key=str.casefold))
t(lambda: sorted(['aa', 'b', 'cccc', 'dd'], key=lambda s: (len(s), s)))
t(lambda: sorted('the quick brown'.split(), key=lambda w: w[-1]))
t(lambda: sorted(['10', '9', '2'], key=int, reverse=True))
t(lambda: sorted(['é', 'e', 'f', 'è']))
t(lambda: sorted('bca', reverse=True))
t(lambda: sorted([('b', 1), ('a', 2), ('b', 0)]))

# expect: ['f1', 'f2', 'f10', 'f10a']
# expect: ['A', 'b', 'B', 'c']
# expect: ['b', 'aa', 'dd', 'cccc']
# expect: ['the', 'quick', 'brown']
# expect: ['10', '9', '2']
# expect: ['e', 'f', 'è', 'é']
# expect: ['c', 'b', 'a']
# expect: [('a', 2), ('b', 0), ('b', 1)]
