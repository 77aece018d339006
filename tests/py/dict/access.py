def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {'a': 1, None: 2, (1, 2): 3, 1.5: 4}
t(lambda: d['a'])
t(lambda: d[None])
t(lambda: d[(1, 2)])
t(lambda: d[1, 2])
t(lambda: d[1.5])
t(lambda: d.get('a'))
t(lambda: d.get('z'))
t(lambda: d.get('z', 0))
t(lambda: 'a' in d)
t(lambda: 'z' not in d)
t(lambda: len(d))
t(lambda: bool({}))
t(lambda: bool(d))
t(lambda: list(d))
t(lambda: d.get(None))
t(lambda: d['z'])
t(lambda: d[1])
t(lambda: d.get())
t(lambda: d.get(1, 2, 3))
t(lambda: d.get(k=1))
t(lambda: {}[()])
t(lambda: {'a': {'b': 1}}['a']['c'])
try: d[[]]
except TypeError as e: print('dict:', e)
try: d.get([])
except TypeError as e: print('dict:', e)
try: [] in d
except TypeError as e: print('dict:', e)
try: d[{}] = 1
except TypeError as e: print('dict:', e)
try: d.setdefault(set(), 1)
except TypeError as e: print('dict:', e)
try: d.pop(bytearray())
except TypeError as e: print('dict:', e)

# expect: 1
# expect: 2
# expect: 3
# expect: 3
# expect: 4
# expect: 1
# expect: None
# expect: 0
# expect: True
# expect: True
# expect: 4
# expect: False
# expect: True
# expect: ['a', None, (1, 2), 1.5]
# expect: 2
# expect: KeyError 'z'
# expect: KeyError 1
# expect: TypeError get expected at least 1 argument, got 0
# expect: TypeError get expected at most 2 arguments, got 3
# expect: TypeError dict.get() takes no keyword arguments
# expect: KeyError ()
# expect: KeyError 'c'
# expect: dict: cannot use 'list' as a dict key (unhashable type: 'list')
# expect: dict: cannot use 'list' as a dict key (unhashable type: 'list')
# expect: dict: cannot use 'list' as a dict key (unhashable type: 'list')
# expect: dict: cannot use 'dict' as a dict key (unhashable type: 'dict')
# expect: dict: cannot use 'set' as a dict key (unhashable type: 'set')
# expect: dict: cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')
