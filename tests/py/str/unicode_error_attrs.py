def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

try: 'aé日b'.encode('ascii')
except UnicodeEncodeError as e: print(e.encoding, ascii(e.object), e.start, e.end, e.reason, e.args == (e.encoding, e.object, e.start, e.end, e.reason)); print(e)
try: b'a\xff\xfeb'.decode()
except UnicodeDecodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason); print(e)
e = UnicodeEncodeError('enc', 'text', 1, 3, 'why'); print(e, repr(e)); e.start = 0; e.reason = 'new'; print(e)
e = UnicodeTranslateError('text', 1, 2, 'r'); print(e, e.object)
import codecs
codecs.register_error('test.hex', lambda e: (''.join(f'<{ord(c):x}>' for c in e.object[e.start:e.end]), e.end))
t(lambda: 'aéb€'.encode('ascii', 'test.hex'))
codecs.register_error('test.bad', lambda e: 5)
t(lambda: 'é'.encode('ascii', 'test.bad'))
t(lambda: UnicodeEncodeError('a', 'b'))
t(lambda: UnicodeDecodeError('a', 'b', 1, 2, 'c'))

# expect: ascii 'a\xe9\u65e5b' 1 3 ordinal not in range(128) True
# expect: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
# expect: utf-8 b'a\xff\xfeb' 1 2 invalid start byte
# expect: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte
# expect: 'enc' codec can't encode characters in position 1-2: why UnicodeEncodeError('enc', 'text', 1, 3, 'why')
# expect: 'enc' codec can't encode characters in position 0-2: new
# expect: can't translate character '\x65' in position 1: r text
# expect: b'a<e9>b<20ac>'
# expect: TypeError encoding error handler must return (str/bytes, int) tuple
# expect: TypeError function takes exactly 5 arguments (2 given)
# expect: TypeError a bytes-like object is required, not 'str'
