def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: bytearray(b'a') == b'a')
t(lambda: bytearray(b'a') == 'a')
t(lambda: bytearray(b'a') < bytearray(b'b'))
t(lambda: bytearray(b'a') != bytearray(b'a'))
t(lambda: bytearray(b'a') == memoryview(b'a'))
t(lambda: 97 in bytearray(b'a'))
t(lambda: b'b' in bytearray(b'abc'))
t(lambda: bool(bytearray()))
t(lambda: bytearray(b'a') == [97])
t(lambda: hash(bytearray(b'a')))
t(lambda: bytearray(b'a') < 'a')
t(lambda: 'a' in bytearray(b'a'))
try: {bytearray(b'a'): 1}
except TypeError as e: print('dict:', e)

# expect: True
# expect: False
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: False
# expect: False
# expect: TypeError unhashable type: 'bytearray'
# expect: TypeError '<' not supported between instances of 'bytearray' and 'str'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: dict: cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')
