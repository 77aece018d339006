def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
B = 2 ** 70
b = bytearray(b'ab')
def add_self(x):
    x += x
    return x
class S(str): pass
class Y(bytes): pass
for f in [lambda: [1].pop(B), lambda: [1].insert(B, 1), lambda: bytearray(b'a').insert(B, 1), lambda: 'a'.center(B), lambda: 'a'.split('x', B),
          lambda: b'a'.ljust(B), lambda: (1).to_bytes(B, 'big'), lambda: 'a' * B, lambda: bytes(B), lambda: [1][B], lambda: add_self(b),
          lambda: add_self(bytearray()), lambda: bytes(1, 2), lambda: bytearray(1, 2), lambda: bytearray(b'', 'a', 3),
          lambda: [].__setitem__(0), lambda: [].__delitem__(), lambda: {}.__setitem__(1, 2, 3), lambda: (lambda: 0).__get__()]:
    t(f)
print(b)
for s in S('a-b'), Y(b'a-b'):
    sep = s[1:2]
    print([type(x).__name__ for x in s.partition(sep)], [type(x).__name__ for x in s.partition(s[:0] + sep + sep)], [type(x).__name__ for x in s.rpartition(sep + sep)])
    print(s.partition(sep + sep)[0] is s, s.rpartition(sep + sep)[2] is s)

# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: bytearray(b'')
# expect: TypeError bytes() argument 'encoding' must be str, not int
# expect: TypeError bytearray() argument 'encoding' must be str, not int
# expect: TypeError bytearray() argument 'errors' must be str, not int
# expect: TypeError  expected 2 arguments, got 1
# expect: TypeError expected 1 argument, got 0
# expect: TypeError  expected 2 arguments, got 3
# expect: TypeError  expected at least 1 argument, got 0
# expect: bytearray(b'ab')
# expect: ['str', 'str', 'str'] ['S', 'str', 'str'] ['str', 'str', 'S']
# expect: True True
# expect: ['bytes', 'bytes', 'bytes'] ['Y', 'bytes', 'bytes'] ['bytes', 'bytes', 'Y']
# expect: True True
