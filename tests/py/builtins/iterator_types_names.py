def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

objs = [iter([]), iter(()), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(''), iter('é'), iter(b''), iter(bytearray()), iter(range(0)), reversed([]), reversed(()), reversed(''), reversed({}), enumerate([]), zip(), map(str, []), filter(None, []), (x for x in ()), iter(int, 0), iter(memoryview(b'')), iter(type('S', (), {'__getitem__': 1})())]
for o in objs: print(type(o).__name__, iter(o) is o, next(o, 'empty') if type(o).__name__ not in ('callable_iterator', 'iterator') else 'skip')

# expect: list_iterator True empty
# expect: tuple_iterator True empty
# expect: dict_keyiterator True empty
# expect: dict_valueiterator True empty
# expect: dict_itemiterator True empty
# expect: set_iterator True empty
# expect: str_ascii_iterator True empty
# expect: str_iterator True é
# expect: bytes_iterator True empty
# expect: bytearray_iterator True empty
# expect: range_iterator True empty
# expect: list_reverseiterator True empty
# expect: reversed True empty
# expect: reversed True empty
# expect: dict_reversekeyiterator True empty
# expect: enumerate True empty
# expect: zip True empty
# expect: map True empty
# expect: filter True empty
# expect: generator True empty
# expect: callable_iterator True skip
# expect: memory_iterator True empty
# expect: iterator True skip
