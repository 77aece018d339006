def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b'\xc3'.decode())
t(lambda: b'\xc3a'.decode())
t(lambda: b'\x80'.decode())
t(lambda: b'\xf5\x80\x80\x80'.decode())
t(lambda: b'\xed\xa0\x80'.decode())
t(lambda: b'\xe2\x82'.decode())
t(lambda: b'\xc0\x80'.decode())
t(lambda: b'\xf0\x82\x82\xac'.decode())
t(lambda: [x.decode('utf-8', 'replace') for x in (b'a\xc3', b'\xe2\x82x', b'\xff\xfe', b'\xf0\x9f\x98', b'\xed\xa0\x80')])
t(lambda: [x.decode('utf-8', 'ignore') for x in (b'a\xc3b', b'\xe2\x82x')])
t(lambda: [x.decode('utf-8', 'backslashreplace') for x in (b'a\xc3', b'\xff')])
t(lambda: b'\xff\x80'.decode('utf-8', 'surrogateescape').encode('utf-8', 'surrogateescape'))
t(lambda: b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass') == '\ud800')
t(lambda: b'a\x00'.decode('utf-16-le'))
t(lambda: b'\xff\xfea\x00'.decode('utf-16'))
t(lambda: b'\xfe\xff\x00a'.decode('utf-16'))
t(lambda: b'\xef\xbb\xbfa'.decode('utf-8-sig'))
t(lambda: b'\xef\xbb\xbfa'.decode() == '\ufeffa')
t(lambda: b'a'.decode('utf-16'))
t(lambda: b'\x00\xd8'.decode('utf-16-le'))
t(lambda: b'\xff\xff\xff\xff'.decode('utf-32-le'))
t(lambda: b'\x81'.decode('cp1252'))

# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xf5 in position 0: invalid start byte
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte
# expect: UnicodeDecodeError 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xf0 in position 0: invalid continuation byte
# expect: ['a�', '�x', '��', '�', '���']
# expect: ['ab', 'x']
# expect: ['a\\xc3', '\\xff']
# expect: b'\xff\x80'
# expect: True
# expect: 'a'
# expect: 'a'
# expect: 'a'
# expect: 'a'
# expect: True
# expect: UnicodeDecodeError 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data
# expect: UnicodeDecodeError 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data
# expect: UnicodeDecodeError 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)
# expect: UnicodeDecodeError 'charmap' codec can't decode byte 0x81 in position 0: character maps to <undefined>
