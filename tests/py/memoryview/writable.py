def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(b'hello'); m = memoryview(b)
m[0] = 72; m[1:3] = b'EL'; print(b)
m[::2] = b'xyz'; print(b)
for op in ['m[0] = 256', 'm[0] = "a"', 'm[0:2] = b"toolong"', 'm[9] = 1', 'del m[0]', 'm[0:1] = "x"', 'm[0] = -1', 'm[0] = 1.5', 'm[0:2] = [1, 2]']:
    try: exec(op); print('ok')
    except Exception as e: print(op, '|', type(e).__name__, e)
m[1:4] = m[0:3]; print(b)
n = m.toreadonly(); print(n.readonly, m.readonly)
try: n[0] = 1
except TypeError as e: print(e)

# expect: bytearray(b'HELlo')
# expect: bytearray(b'xEylz')
# expect: m[0] = 256 | ValueError memoryview: invalid value for format 'B'
# expect: m[0] = "a" | TypeError memoryview: invalid type for format 'B'
# expect: m[0:2] = b"toolong" | ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: m[9] = 1 | IndexError index out of bounds on dimension 1
# expect: del m[0] | TypeError cannot delete memory
# expect: m[0:1] = "x" | TypeError a bytes-like object is required, not 'str'
# expect: m[0] = -1 | ValueError memoryview: invalid value for format 'B'
# expect: m[0] = 1.5 | TypeError memoryview: invalid type for format 'B'
# expect: m[0:2] = [1, 2] | TypeError a bytes-like object is required, not 'list'
# expect: bytearray(b'xxEyz')
# expect: True False
# expect: cannot modify read-only memory
