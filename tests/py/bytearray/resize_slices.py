def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(b'0123456789')
b[2:5] = b''; print(b)
b[2:2] = b'234'; print(b)
b[5:] = b'x' * 3; print(b)
b[-2:] = []; print(b)
b[1:4:1] = bytearray(b'AAAA'); print(b)
b[4:1] = b'ins'; print(b)
b[100:200] = b'tail'; print(b)
b[:3], b[3:6] = b[3:6], b[:3]; print(b)

# expect: bytearray(b'0156789')
# expect: bytearray(b'0123456789')
# expect: bytearray(b'01234xxx')
# expect: bytearray(b'01234x')
# expect: bytearray(b'0AAAA4x')
# expect: bytearray(b'0AAAinsA4x')
# expect: bytearray(b'0AAAinsA4xtail')
# expect: bytearray(b'Ain0AAsA4xtail')
