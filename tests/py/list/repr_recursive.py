def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = [1]; l.append(l); l.append([l, 2]); print(l)
d = {'l': l}; l.append(d); print(l)
t(lambda: repr([]))
t(lambda: str([1, 'a', None, 1.5, b'x', [], (), {}, set()]))
t(lambda: repr([''']''', "it's"]))
t(lambda: f'{[1, 2]}')
t(lambda: '%s' % [1])
t(lambda: repr([range(3), int, len, ...]))
class R:
    def __repr__(s): raise ValueError('bad repr')
t(lambda: repr([R()]))
class C(list):
    def __repr__(s): return 'C!'
t(lambda: [C(), C([1])])
x = [[]]; y = x * 3; y[0].append(1); print(y)

# expect: [1, [...], [[...], 2]]
# expect: [1, [...], [[...], 2], {'l': [...]}]
# expect: '[]'
# expect: "[1, 'a', None, 1.5, b'x', [], (), {}, set()]"
# expect: '[\']\', "it\'s"]'
# expect: '[1, 2]'
# expect: '[1]'
# expect: "[range(0, 3), <class 'int'>, <built-in function len>, Ellipsis]"
# expect: ValueError bad repr
# expect: [C!, C!]
# expect: [[1], [1], [1]]
