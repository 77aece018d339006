def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(b'abc')
m = memoryview(b)
for op in ['b.append(1)', 'b.extend(b"xy")', 'del b[0]', 'b.clear()', 'b += b"q"', 'b.pop()', 'b[1:1] = b"z"', 'b.insert(0, 1)', 'b.remove(97)', 'b *= 2']:
    try: exec(op); print(op, 'allowed')
    except BufferError as e: print(op, '|', e)
b[0] = 90; print(b, m[0]); b[0:2] = b'XY'; print(b); b.reverse() ; print(b)
m.release(); b.append(33); print(b)

# expect: b.append(1) | Existing exports of data: object cannot be re-sized
# expect: b.extend(b"xy") | Existing exports of data: object cannot be re-sized
# expect: del b[0] | Existing exports of data: object cannot be re-sized
# expect: b.clear() | Existing exports of data: object cannot be re-sized
# expect: b += b"q" | Existing exports of data: object cannot be re-sized
# expect: b.pop() | Existing exports of data: object cannot be re-sized
# expect: b[1:1] = b"z" | Existing exports of data: object cannot be re-sized
# expect: b.insert(0, 1) | Existing exports of data: object cannot be re-sized
# expect: b.remove(97) | Existing exports of data: object cannot be re-sized
# expect: b *= 2 | Existing exports of data: object cannot be re-sized
# expect: bytearray(b'Zbc') 90
# expect: bytearray(b'XYc')
# expect: bytearray(b'cYX')
# expect: bytearray(b'cYX!')
