def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

s = set()
s.add(1); s.add(1); s.add('a'); s.add(None); print(len(s))
t(lambda: s.discard(99))
t(lambda: s.remove(1))
t(lambda: len(s))
t(lambda: s.discard('a'))
t(lambda: s)
t(lambda: s.pop())
t(lambda: s)
t(lambda: s.clear())
t(lambda: s)
t(lambda: s.pop())
t(lambda: s.remove(5))
t(lambda: s.remove('k'))
t(lambda: s.add())
t(lambda: s.add(1, 2))
t(lambda: s.discard())
for e in ['s.add([])', 's.remove([])', 's.discard({})', '[] in s']:
    try: eval(e)
    except TypeError as x: print('set:', x)
s = {frozenset([1])}; print({1} in s); s.remove({1}); print(s); s.add(frozenset([2])); s.discard({2}); print(s)

# expect: 3
# expect: None
# expect: None
# expect: 2
# expect: None
# expect: {None}
# expect: None
# expect: set()
# expect: None
# expect: set()
# expect: KeyError 'pop from an empty set'
# expect: KeyError 5
# expect: KeyError 'k'
# expect: TypeError set.add() takes exactly one argument (0 given)
# expect: TypeError set.add() takes exactly one argument (2 given)
# expect: TypeError set.discard() takes exactly one argument (0 given)
# expect: set: cannot use 'list' as a set element (unhashable type: 'list')
# expect: set: cannot use 'list' as a set element (unhashable type: 'list')
# expect: set: cannot use 'dict' as a set element (unhashable type: 'dict')
# expect: set: cannot use 'list' as a set element (unhashable type: 'list')
# expect: True
# expect: set()
# expect: set()
