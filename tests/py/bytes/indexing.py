def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = b'hello'
t(lambda: b[0])
t(lambda: b[-1])
t(lambda: b[1:3])
t(lambda: b[::-1])
t(lambda: b[::2])
t(lambda: b[10:])
t(lambda: b[:0])
t(lambda: list(b))
t(lambda: [x for x in b[:2]])
t(lambda: len(b))
t(lambda: b[True])
t(lambda: tuple(b'ab'))
t(lambda: max(b))
t(lambda: min(b))
t(lambda: sum(b))
t(lambda: sorted(b))
t(lambda: list(reversed(b)))
t(lambda: dict.fromkeys(b'aa'))
t(lambda: b[5])
t(lambda: b['a'])
t(lambda: b[1.0])
try: b[0] = 1
except TypeError as e: print(e)
try: del b[0]
except TypeError as e: print(e)

# expect: 104
# expect: 111
# expect: b'el'
# expect: b'olleh'
# expect: b'hlo'
# expect: b''
# expect: b''
# expect: [104, 101, 108, 108, 111]
# expect: [104, 101]
# expect: 5
# expect: 101
# expect: (97, 98)
# expect: 111
# expect: 101
# expect: 532
# expect: [101, 104, 108, 108, 111]
# expect: [111, 108, 108, 101, 104]
# expect: {97: None}
# expect: IndexError index out of range
# expect: TypeError byte indices must be integers or slices, not str
# expect: TypeError byte indices must be integers or slices, not float
# expect: 'bytes' object does not support item assignment
# expect: 'bytes' object doesn't support item deletion
