def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class B(bytearray):
    def __init__(self, *a): super().__init__(*a); self.tag = 't'
b = B(b'xy'); b.append(65)
t(lambda: b)
t(lambda: b.tag)
t(lambda: type(b[:]).__name__)
t(lambda: type(b + b'').__name__)
t(lambda: B.fromhex('41'))
t(lambda: type(B.fromhex('41')).__name__)
t(lambda: b == b'xyA')
t(lambda: repr(B()))
import copy
c = copy.copy(b); c.append(66); d = copy.deepcopy(b)
t(lambda: b)
t(lambda: c)
t(lambda: d == b)
t(lambda: d is b)
t(lambda: c.tag)

# expect: B(b'xyA')
# expect: 't'
# expect: 'bytearray'
# expect: 'bytearray'
# expect: B(b'A')
# expect: 'B'
# expect: True
# expect: "B(b'')"
# expect: B(b'xyA')
# expect: B(b'xyAB')
# expect: True
# expect: False
# expect: 't'
