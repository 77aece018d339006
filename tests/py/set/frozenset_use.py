def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

f = frozenset('ab')
t(lambda: {f: 1}[frozenset('ba')])
t(lambda: f in {frozenset(['a', 'b'])})
t(lambda: f & {'a'})
t(lambda: f - {'a'})
t(lambda: f ^ {'c'} == {'a', 'b', 'c'})
t(lambda: f <= {'a', 'b'})
t(lambda: f.union('c') == set('abc'))
t(lambda: frozenset(f) is f)
t(lambda: f.copy() is f)
t(lambda: sorted(f))
t(lambda: len(f))
t(lambda: 'a' in f)
t(lambda: bool(frozenset()))
t(lambda: {frozenset([1, 2]), frozenset([2, 1])} == {frozenset([1, 2])})
t(lambda: hash(frozenset()) == hash(frozenset()))
t(lambda: frozenset([1]) == {1})
t(lambda: f.isdisjoint('z'))
t(lambda: frozenset([frozenset()]))
t(lambda: f.add('c'))
t(lambda: f.remove('a'))
t(lambda: f.pop())
t(lambda: f['a'])
try: del f.x
except AttributeError as e: print(e)
t(lambda: frozenset([1]) < {1, 2})
t(lambda: {1} == frozenset([1]))
t(lambda: type(frozenset([1]) & {1}).__name__)
t(lambda: type({1} & frozenset([1])).__name__)

# expect: 1
# expect: True
# expect: frozenset({'a'})
# expect: frozenset({'b'})
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: ['a', 'b']
# expect: 2
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: True
# expect: frozenset({frozenset()})
# expect: AttributeError 'frozenset' object has no attribute 'add'
# expect: AttributeError 'frozenset' object has no attribute 'remove'
# expect: AttributeError 'frozenset' object has no attribute 'pop'
# expect: TypeError 'frozenset' object is not subscriptable
# expect: 'frozenset' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: True
# expect: True
# expect: 'frozenset'
# expect: 'set'
