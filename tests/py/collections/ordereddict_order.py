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
print(O.fromkeys('abc', 0), O.fromkeys('ab').keys() & {'a'}, sorted(O(a=1).items() | {('b', 2)}))
o = O()
o['self'] = o
print(o)

# expect: OrderedDict({'a': 0, 'f': 5, 'c': 2}) ['d', 'c', 'f', 'a', 'b', 'e'] ('e', 4) ('b', 1) ('d', 3)
# expect: [99, 93, 87, 81, 75, 69, 63, 57, 51, 45, 39, 33, 27, 21, 15, 9, 3, 98, 94, 92, 88, 86, 82, 80, 76, 74, 70, 68, 64, 62, 58, 56, 52, 50, 46, 44, 40, 38, 34, 32, 28, 26, 22, 20, 16, 14, 10, 8, 4, 2, 'a', 'f', 'c', 1, 5, 7, 11, 13, 17, 19, 23, 25, 29, 31, 35, 37, 41, 43, 47, 49, 53, 55, 59, 61, 65, 67, 71, 73, 77, 79, 83, 85, 89, 91, 95, 97, 0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 66, 72, 78, 84, 90, 96]
# expect: True 103 True
# expect: OrderedDict({84: 84, 90: 90, 96: 96}) odict_keys([84, 90, 96]) odict_values([84, 90, 96]) odict_items([(84, 84), (90, 90), (96, 96)])
# expect: RuntimeError OrderedDict mutated during iteration
# expect: RuntimeError OrderedDict mutated during iteration
# expect: RuntimeError OrderedDict mutated during iteration
# expect: OrderedDict({'a': 9, 'b': 2, 'c': 3})
# expect: KeyError 'b'
# expect: KeyError 'dictionary is empty'
# expect: KeyError 'b'
# expect: 3
# expect: ValueError need more than 1 value to unpack
# expect: TypeError expected at most 1 arguments, got 2
# expect: TypeError update() takes at most 1 positional argument (2 given)
# expect: OrderedDict({'a': 1, 'b': 2})
# expect: OrderedDict({'b': 2, 'a': 1})
# expect: TypeError unsupported operand type(s) for |: 'collections.OrderedDict' and 'list'
# expect: False True False
# expect: Sub({'x': 1}) qq {'attribute': [1]} Sub
# expect: Sub({'x': 1}) qq {'attribute': [1]} Sub
# expect: Sub({'x': 1}) qq {'attribute': [1]} Sub
# expect: Sub({'x': 1}) qq {} Sub
# expect: ('b', 2) (<built-in function iter>, ([('b', 2), ('c', 3)],))
# expect: OrderedDict({'a': 0, 'b': 0, 'c': 0}) {'a'} [('a', 1), ('b', 2)]
# expect: OrderedDict({'self': ...})
