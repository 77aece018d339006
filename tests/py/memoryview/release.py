def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

m = memoryview(b'abc'); m.release(); m.release()
t(lambda: m[0])
t(lambda: m.tolist())
t(lambda: len(m))
t(lambda: m.obj)
t(lambda: repr(m)[:20])
with memoryview(b'x') as k: print(k[0])
t(lambda: k[0])
b = bytearray(b'a'); v = memoryview(b); w = v[0:]; v.release()
t(lambda: w[0])
try: b.append(1)
except BufferError as e: print(e)
w.release(); b.append(1); print(b)

# expect: ValueError operation forbidden on released memoryview object
# expect: ValueError operation forbidden on released memoryview object
# expect: ValueError operation forbidden on released memoryview object
# expect: ValueError operation forbidden on released memoryview object
# expect: '<released memory at '
# expect: 120
# expect: ValueError operation forbidden on released memoryview object
# expect: 97
# expect: Existing exports of data: object cannot be re-sized
# expect: bytearray(b'a\x01')
