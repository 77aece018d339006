def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import UserDict, UserList, UserString
class D(UserDict):
    def __setitem__(s, k, v): super().__setitem__(str(k), v)
    def __missing__(s, k): return f'no {k}'
t(lambda: D({1: 2}))
t(lambda: D(a=1)['a'])
t(lambda: D()['q'])
t(lambda: dict(D({5: 6})))
t(lambda: D({1: 1}).data)
t(lambda: 1 in D({1: 1}))
t(lambda: D({1: 1}) | {2: 2})
t(lambda: len(D()))
class L(UserList):
    def append(s, x): super().append(x * 2)
l = L([1]); l.append(2); print(l, l + [5], l[0:1], type(l[0:1]).__name__, l.data, l == [1, 4], sorted(l, reverse=True), l * 2)
t(lambda: UserString('ab').upper())
t(lambda: UserString('a') + 'b')
t(lambda: UserString('abc')[1])
t(lambda: 'a' in UserString('a'))
t(lambda: UserString(5))
t(lambda: UserString('x').isalpha())
t(lambda: hash(UserString('a')) == hash('a'))
t(lambda: UserString('a%d') % 1)
t(lambda: str(UserString('q')))

# expect: {'1': 2}
# expect: 1
# expect: 'no q'
# expect: {'5': 6}
# expect: {'1': 1}
# expect: False
# expect: {'1': 1, '2': 2}
# expect: 0
# expect: [1, 4] [1, 4, 5] [1] L [1, 4] True [4, 1] [1, 4, 1, 4]
# expect: 'AB'
# expect: 'ab'
# expect: 'b'
# expect: True
# expect: '5'
# expect: True
# expect: True
# expect: 'a1'
# expect: 'q'
