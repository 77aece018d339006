people = [('Bob', 30), ('alice', 25), ('Carl', 30), ('dave', 25)]
print(sorted(people, key=lambda p: (p[1], p[0].lower())))
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True))
from functools import cmp_to_key
print(sorted([5, 1, 4], key=cmp_to_key(lambda a, b: b - a)))
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)
l = [3, 1]
try: l.sort(key=lambda x: l.append(5))
except (ValueError, TypeError) as e: print(type(e).__name__, e)
try: sorted([1, 'a'])
except TypeError as e: print(e)
try: sorted([1], lambda x: x)
except TypeError as e: print(e)
try: sorted([1, 2], key=5)
except TypeError as e: print(e)
print(sorted(['10', '9', '1'], key=int), sorted('hello'), sorted({'b': 1, 'a': 2}), sorted([[2], [1, 5], [1]]))

# expect: [('alice', 25), ('dave', 25), ('Bob', 30), ('Carl', 30)]
# expect: [('alice', 25), ('dave', 25), ('Bob', 30), ('Carl', 30)] [('Bob', 30), ('Carl', 30), ('alice', 25), ('dave', 25)]
# expect: [5, 4, 1]
# expect: [3, 1, 2]
# expect: TypeError '<' not supported between instances of 'NoneType' and 'NoneType'
# expect: '<' not supported between instances of 'str' and 'int'
# expect: sorted expected 1 argument, got 2
# expect: 'int' object is not callable
# expect: ['1', '9', '10'] ['e', 'h', 'l', 'l', 'o'] ['a', 'b'] [[1], [1, 5], [2]]
