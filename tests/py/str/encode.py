def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'é'.encode())
t(lambda: 'é'.encode('utf-8'))
t(lambda: 'é'.encode('latin-1'))
t(lambda: 'é'.encode('utf-16-le'))
t(lambda: 'é'.encode('utf-16'))
t(lambda: 'é'.encode('utf-32-be'))
t(lambda: 'a'.encode('ascii'))
t(lambda: '😀'.encode('utf-8'))
t(lambda: '😀'.encode('utf-16-be'))
t(lambda: '€'.encode('cp1252'))
t(lambda: 'ab'.encode('UTF8'))
t(lambda: 'a'.encode('utf_8_sig'))
t(lambda: '日'.encode('utf-7'))
t(lambda: 'é'.encode('ascii'))
t(lambda: 'aéb日'.encode('ascii'))
t(lambda: '日'.encode('latin-1'))
t(lambda: '\ud800'.encode())
t(lambda: 'é'.encode('ascii', 'ignore'))
t(lambda: 'é€'.encode('ascii', 'replace'))
t(lambda: 'é€😀'.encode('ascii', 'backslashreplace'))
t(lambda: 'é€'.encode('ascii', 'xmlcharrefreplace'))
t(lambda: 'é'.encode('ascii', 'namereplace'))
t(lambda: '\udc80'.encode('utf-8', 'surrogateescape'))
t(lambda: '\ud800'.encode('utf-8', 'surrogatepass'))
t(lambda: '\ud800a'.encode('utf-8', 'replace'))
t(lambda: 'a'.encode('nope'))
t(lambda: 'é'.encode('ascii', 'nope'))
t(lambda: 'a'.encode(5))
t(lambda: 'a'.encode('utf-8', 5))
t(lambda: '\x00'.encode('utf-16-le'))
t(lambda: ''.encode())
t(lambda: 'x'.encode(encoding='ascii', errors='strict'))

# expect: b'\xc3\xa9'
# expect: b'\xc3\xa9'
# expect: b'\xe9'
# expect: b'\xe9\x00'
# expect: b'\xff\xfe\xe9\x00'
# expect: b'\x00\x00\x00\xe9'
# expect: b'a'
# expect: b'\xf0\x9f\x98\x80'
# expect: b'\xd8=\xde\x00'
# expect: b'\x80'
# expect: b'ab'
# expect: b'\xef\xbb\xbfa'
# expect: b'+ZeU-'
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 1: ordinal not in range(128)
# expect: UnicodeEncodeError 'latin-1' codec can't encode character '\u65e5' in position 0: ordinal not in range(256)
# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
# expect: b''
# expect: b'??'
# expect: b'\\xe9\\u20ac\\U0001f600'
# expect: b'&#233;&#8364;'
# expect: b'\\N{LATIN SMALL LETTER E WITH ACUTE}'
# expect: b'\x80'
# expect: b'\xed\xa0\x80'
# expect: b'?a'
# expect: LookupError unknown encoding: nope
# expect: LookupError unknown error handler name 'nope'
# expect: TypeError encode() argument 'encoding' must be str, not int
# expect: TypeError encode() argument 'errors' must be str, not int
# expect: b'\x00\x00'
# expect: b''
# expect: b'x'
