def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = list('abcdef')
t(lambda: l.pop())
t(lambda: l.pop(0))
t(lambda: l.pop(-2))
t(lambda: l)
t(lambda: l.remove('c'))
t(lambda: l)
t(lambda: l.clear())
t(lambda: l)
t(lambda: [].pop())
t(lambda: [1].pop(5))
t(lambda: [1].pop('a'))
t(lambda: [1].pop(-2))
t(lambda: [1].remove(2))
t(lambda: [].remove(None))
t(lambda: [1, 2].clear(1))
t(lambda: [1, 2, 1, 2].remove(2))
l = [1, 1.0, True, 'a']; l.remove(1); print(l); l.remove(True); print(l)

# expect: 'f'
# expect: 'a'
# expect: 'd'
# expect: ['b', 'c', 'e']
# expect: None
# expect: ['b', 'e']
# expect: None
# expect: []
# expect: IndexError pop from empty list
# expect: IndexError pop index out of range
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: IndexError pop index out of range
# expect: ValueError list.remove(x): x not in list
# expect: ValueError list.remove(x): x not in list
# expect: TypeError list.clear() takes no arguments (1 given)
# expect: None
# expect: [1.0, True, 'a']
# expect: [True, 'a']
