def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a = {1, 2, 3}
t(lambda: a.union([4], (5,), 'x') == {1, 2, 3, 4, 5, 'x'})
t(lambda: a.intersection([1, 2], {2}))
t(lambda: a.difference([1], [2]))
t(lambda: a.symmetric_difference([3, 4]))
t(lambda: a.issubset(range(5)))
t(lambda: a.issuperset([1]))
t(lambda: a.isdisjoint([4]))
t(lambda: a.union())
t(lambda: a.intersection())
t(lambda: a.difference())
t(lambda: a.copy() == a)
t(lambda: a.copy() is a)
t(lambda: frozenset(a).copy() == a)
t(lambda: a.union({5: 6}))
t(lambda: a.union(5))
t(lambda: a.intersection(1))
t(lambda: a.difference(None))
t(lambda: a.symmetric_difference())
t(lambda: a.symmetric_difference([1], [2]))
t(lambda: a.issubset(5))
t(lambda: a.isdisjoint())
t(lambda: a.update([4], [5]))
t(lambda: a)
t(lambda: a.intersection_update([1, 2, 4]))
t(lambda: a)
t(lambda: a.difference_update([1]))
t(lambda: a)
t(lambda: a.symmetric_difference_update([4, 9]))
t(lambda: a)
t(lambda: a.update())
t(lambda: a)
t(lambda: frozenset([1]).add(2))
t(lambda: frozenset([1]).update([1]))
t(lambda: a.update(5))
t(lambda: a.update('ab', 5))
t(lambda: len(a))

# expect: True
# expect: {2}
# expect: {3}
# expect: {1, 2, 4}
# expect: True
# expect: True
# expect: True
# expect: {1, 2, 3}
# expect: {1, 2, 3}
# expect: {1, 2, 3}
# expect: True
# expect: False
# expect: True
# expect: {1, 2, 3, 5}
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'NoneType' object is not iterable
# expect: TypeError set.symmetric_difference() takes exactly one argument (0 given)
# expect: TypeError set.symmetric_difference() takes exactly one argument (2 given)
# expect: TypeError 'int' object is not iterable
# expect: TypeError set.isdisjoint() takes exactly one argument (0 given)
# expect: None
# expect: {1, 2, 3, 4, 5}
# expect: None
# expect: {1, 2, 4}
# expect: None
# expect: {2, 4}
# expect: None
# expect: {9, 2}
# expect: None
# expect: {9, 2}
# expect: AttributeError 'frozenset' object has no attribute 'add'
# expect: AttributeError 'frozenset' object has no attribute 'update'
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: 4
