def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(b'abc')
out = []
for i, x in enumerate(b):
    out.append(x)
    if i == 0: b.append(100)
t(lambda: out)
t(lambda: list(reversed(b)))
t(lambda: sorted(b))
t(lambda: b.index(98))
t(lambda: max(b))
t(lambda: sum(b))
t(lambda: [*b])
t(lambda: bytes(b))
it = iter(b); next(it); b.clear()
t(lambda: list(it))
it = iter(bytearray(b'xy')); print(next(it), it.__length_hint__())

# expect: [97, 98, 99, 100]
# expect: [100, 99, 98, 97]
# expect: [97, 98, 99, 100]
# expect: 1
# expect: 100
# expect: 394
# expect: [97, 98, 99, 100]
# expect: b'abcd'
# expect: []
# expect: 120 1
