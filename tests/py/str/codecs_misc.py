def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import codecs
t(lambda: codecs.encode('abc', 'utf-8'))
t(lambda: codecs.decode(b'abc', 'ascii'))
t(lambda: codecs.lookup('UTF-8').name)
t(lambda: codecs.lookup('latin1').name)
t(lambda: codecs.BOM_UTF8)
t(lambda: codecs.encode(b'ab', 'hex'))
t(lambda: codecs.decode('6162', 'hex'))
t(lambda: codecs.encode(b'hi', 'base64'))
t(lambda: codecs.escape_decode(rb'\x41\n')[0])
t(lambda: codecs.encode('é', 'unicode_escape'))
t(lambda: codecs.decode(rb'\u00e9\n', 'unicode_escape'))
t(lambda: 'a\nb'.encode('raw_unicode_escape'))
t(lambda: codecs.getencoder('ascii')('a'))
t(lambda: codecs.lookup('nope'))
t(lambda: codecs.decode(b'\xff', 'ascii'))
t(lambda: 'abc'.encode('hex'))
t(lambda: b'abc'.decode('hex'))
d = codecs.getincrementaldecoder('utf-8')()
t(lambda: d.decode(b'\xe2\x82'))
t(lambda: d.decode(b'\xac'))
t(lambda: d.decode(b'x', True))
d2 = codecs.getincrementaldecoder('utf-8')()
t(lambda: d2.decode(b'\xe2', True))
t(lambda: list(codecs.iterdecode([b'\xc3', b'\xa9'], 'utf-8')))
t(lambda: codecs.lookup_error('strict') is codecs.strict_errors)
t(lambda: 'x'.encode('idna'))
t(lambda: 'bücher'.encode('idna'))
t(lambda: 'bücher'.encode('punycode'))
t(lambda: b'xn--bcher-kva'.decode('idna'))

# expect: b'abc'
# expect: 'abc'
# expect: 'utf-8'
# expect: 'iso8859-1'
# expect: b'\xef\xbb\xbf'
# expect: b'6162'
# expect: b'ab'
# expect: b'aGk=\n'
# expect: b'A\n'
# expect: b'\\xe9'
# expect: 'é\n'
# expect: b'a\nb'
# expect: (b'a', 1)
# expect: LookupError unknown encoding: nope
# expect: UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
# expect: LookupError 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: ''
# expect: '€'
# expect: 'x'
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xe2 in position 0: unexpected end of data
# expect: ['é']
# expect: True
# expect: b'x'
# expect: b'xn--bcher-kva'
# expect: b'bcher-kva'
# expect: 'bücher'
