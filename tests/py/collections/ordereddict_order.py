from collections import OrderedDict as O
import copy, pickle


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


d = O((c, i) for i, c in enumerate('abcdef'))
for k in 'ced':
    d.move_to_end(k)
    d.move_to_end(chr(ord(k) ^ 1), last=False)
print(d, list(reversed(d)), d.popitem(last=False), d.popitem(0), d.popitem())
for i in range(100):
    d[i] = i
    d.move_to_end(i, last=i % 2)
for i in range(0, 100, 3):
    d.move_to_end(i, i % 2 == 0)
print(list(d))
print(list(d.items()) == [(k, d[k]) for k in d], len(d), all(k in d for k in range(100)))
while len(d) > 3:
    d.popitem(False)
print(d, d.keys(), d.values(), d.items())


def during(change):
    o = O(a=1, b=2, c=3)
    for _ in o:
        change(o)
    return o


attempt(lambda: during(lambda o: o.__setitem__('z', 1)))
attempt(lambda: during(lambda o: o.pop('b')))
attempt(lambda: during(lambda o: o.move_to_end('a')))
attempt(lambda: during(lambda o: o.__setitem__('a', 9)))
attempt(lambda: O(a=1).move_to_end('b'))
attempt(lambda: O().popitem())
attempt(lambda: O(a=1).pop('b'))
attempt(lambda: O(a=1).pop('b', default=3))
attempt(lambda: O([(1,)]))
attempt(lambda: O(1, 2))
attempt(lambda: O().update(1, 2))
attempt(lambda: O(a=1) | {'b': 2})
attempt(lambda: {'b': 2} | O(a=1))
attempt(lambda: O(a=1) | [])
print(O(a=1, b=2) == O(b=2, a=1), O(a=1, b=2) == dict(b=2, a=1), O(a=1) != O(a=1))


class Sub(O):
    def __missing__(self, key):
        return key * 2


s = Sub(x=1)
s.attribute = [1]
for made in (copy.copy(s), copy.deepcopy(s), pickle.loads(pickle.dumps(s)), s.copy()):
    print(made, made['q'], vars(made), type(made).__name__)
it = iter(O(a=1, b=2, c=3).items())
next(it)
print(pickle.loads(pickle.dumps(it)).__next__(), it.__reduce__())
print(O.fromkeys('abc', 0), O.fromkeys('ab').keys() & {'a'}, O(a=1).items() | {('b', 2)})
o = O()
o['self'] = o
print(o)

