d = {}
for k in ('a', 1, (1, 2), None, 'it\'s', b'x'):
    try: d[k]
    except KeyError as e: print(e, '|', repr(e), e.args)
print(str(KeyError()), str(KeyError(1, 2)), str(LookupError('a')), str(IndexError('i')))
for f in (lambda: [][0], lambda: ()[0], lambda: ''[0], lambda: b''[0], lambda: [].pop(), lambda: [1].pop(5), lambda: {}.popitem(), lambda: set().pop(), lambda: {}.pop('z'), lambda: set().remove(3), lambda: range(3)[5], lambda: bytearray().pop(), lambda: [1][9:][0]):
    try: f()
    except LookupError as e: print(type(e).__name__, e)
l = []
try: l[0] = 1
except IndexError as e: print(e)
try: del l[0]
except IndexError as e: print(e)

# expect: 'a' | KeyError('a') ('a',)
# expect: 1 | KeyError(1) (1,)
# expect: (1, 2) | KeyError((1, 2)) ((1, 2),)
# expect: None | KeyError(None) (None,)
# expect: "it's" | KeyError("it's") ("it's",)
# expect: b'x' | KeyError(b'x') (b'x',)
# expect:  (1, 2) a i
# expect: IndexError list index out of range
# expect: IndexError tuple index out of range
# expect: IndexError string index out of range
# expect: IndexError index out of range
# expect: IndexError pop from empty list
# expect: IndexError pop index out of range
# expect: KeyError 'popitem(): dictionary is empty'
# expect: KeyError 'pop from an empty set'
# expect: KeyError 'z'
# expect: KeyError 3
# expect: IndexError range object index out of range
# expect: IndexError pop from empty bytearray
# expect: IndexError list index out of range
# expect: list assignment index out of range
# expect: list assignment index out of range
