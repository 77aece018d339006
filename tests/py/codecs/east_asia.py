# The encodings of East Asia: texts, errors, incremental use, streams, states.
import codecs, io, threading

names = '''gb2312 gbk gb18030 hz big5 cp950 big5hkscs euc_kr cp949 johab shift_jis cp932 shift_jis_2004 shift_jisx0213
euc_jp euc_jis_2004 euc_jisx0213 iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext'''.split()
texts = ['\u65e5\u672c', 'a~\\\n\u4e2d', '\ud55c\uae00 \ubdc1', '\u304b\u309a\xe6\u0300', '\xca\u0304\xa5\uff71', '\u20ac\U00020089']
for name in names:
    for text in texts:
        data = text.encode(name, 'backslashreplace')
        print(name, data, data.decode(name) == text, end=' ')
        try:
            text.encode(name)
        except UnicodeEncodeError as e:
            print(e.encoding, e.start, e.end, e.reason, end=' ')
    print()
for name, data in (('euc_jp', b'a\xa4'), ('euc_jp', b'\x8f\xa2\xb7\x8e\xb1\xff\xff'), ('shift_jis', b'\x82\xa0\xff\x81'), ('gb18030', b'\x81\x30\x81'),
                   ('gb18030', b'\x90\x30\x81\x30\xe3\x32\x9a\x35\xe3\x32\x9a\x36'), ('hz', b'~{VPND~}a~~~\n~x'), ('iso2022_jp', b'\x1b$BF|\x1b(Ba\x1b(Q'),
                   ('iso2022_kr', b'\x1b$)C\x0eGQ\x0fa'), ('iso2022_jp_2', b'\x1b.A\x1bNi\x1b.F\x1bNa\x1b$A'), ('big5hkscs', b'\x88\x62\x87\x40\x88'),
                   ('euc_kr', b'\xa4\xd4\xa4\xb2\xa4\xce\xa4\xaa\xa4\xd4\xa4'), ('euc_jisx0213', b'\xae\xa1a'), ('johab', b'\x88a\xd0\xff')):
    for errors in ('strict', 'replace', 'backslashreplace', 'surrogateescape'):
        try:
            print(name, errors, ascii(data.decode(name, errors)))
        except UnicodeDecodeError as e:
            print(name, e)

e = codecs.getincrementalencoder('euc_jis_2004')()
print(e.encode('\xe6'), hex(e.getstate()), e.encode('\u0300'), e.encode('\xe6'), e.encode('', True), e.getstate())
e = codecs.getincrementalencoder('iso2022_jp')()
print(e.encode('\u65e5'), hex(e.getstate()), e.encode('a'), e.encode('\u65e5'), e.encode('', True))
d = codecs.getincrementaldecoder('cp949')()
print(ascii(d.decode(b'\xc6\xc4\xc0')), d.getstate(), ascii(d.decode(b'\xcc')))
for f in (lambda: d.decode(b'\xc0', True), lambda: d.setstate((b'123456789', 0)), lambda: d.setstate(1), lambda: d.decode('a'),
          lambda: e.setstate(9), lambda: e.setstate(-1), lambda: d.errors, lambda: codecs.lookup('big5').encode(5)):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
r = codecs.getreader('shift_jis')(io.BytesIO('\u65e5\u672c\nab\n\u8a9e'.encode('shift_jis')))
print(ascii(r.read(1)), ascii(r.readline()), ascii(r.readlines()))
out = io.BytesIO()
w = codecs.getwriter('iso2022_jp')(out)
w.write('\u65e5')
w.writelines(['\u672c', 'a'])
w.reset()
print(out.getvalue())
with io.TextIOWrapper(io.BytesIO(), encoding='euc_jp') as f:
    f.write('\u65e5\n\u672c')
    f.seek(0)
    print(ascii(f.readlines()))

import _codecs_jp, _multibytecodec
try:
    _codecs_jp.getcodec('big5')
except LookupError as x:
    print(x)
try:
    _multibytecodec.MultibyteIncrementalEncoder()
except AttributeError as x:
    print(x)


class Wrong(_multibytecodec.MultibyteIncrementalDecoder):
    codec = 5


try:
    Wrong()
except TypeError as x:
    print(x)

# One encoder used by many: each piece comes out whole.
shared = codecs.getincrementalencoder('euc_jp')()
bad = []


def work():
    for _ in range(300):
        if shared.encode('\u65e5\u672c') != b'\xc6\xfc\xcb\xdc':
            bad.append(1)


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(bad)

# expect: gb2312 b'\xc8\xd5\xb1\xbe' True gb2312 b'a~\\\n\xd6\xd0' True gb2312 b'\\ud55c\\uae00 \\ubdc1' False gb2312 0 1 illegal multibyte sequence gb2312 b'\xa4\xab\\u309a\\xe6\\u0300' False gb2312 1 2 illegal multibyte sequence gb2312 b'\\xca\\u0304\\xa5\\uff71' False gb2312 0 1 illegal multibyte sequence gb2312 b'\\u20ac\\U00020089' False gb2312 0 1 illegal multibyte sequence 
# expect: gbk b'\xc8\xd5\xb1\xbe' True gbk b'a~\\\n\xd6\xd0' True gbk b'\\ud55c\\uae00 \\ubdc1' False gbk 0 1 illegal multibyte sequence gbk b'\xa4\xab\\u309a\\xe6\\u0300' False gbk 1 2 illegal multibyte sequence gbk b'\\xca\\u0304\\xa5\\uff71' False gbk 0 1 illegal multibyte sequence gbk b'\\u20ac\\U00020089' False gbk 0 1 illegal multibyte sequence 
# expect: gb18030 b'\xc8\xd5\xb1\xbe' True gb18030 b'a~\\\n\xd6\xd0' True gb18030 b'\x836\x843\x828\x847 \x831\x9e0' True gb18030 b'\xa4\xab\x819\xa72\x810\x8a3\x810\xbc6' True gb18030 b'\x810\x878\x810\xbd0\x810\x846\x841\x973' True gb18030 b'\xa2\xe3\x952\x903' True 
# expect: hz b'~{HU1>~}' True hz b'a~~\\\n~{VP~}' True hz b'\\ud55c\\uae00 \\ubdc1' False hz 0 1 illegal multibyte sequence hz b'~{$+~}\\u309a\\xe6\\u0300' False hz 1 2 illegal multibyte sequence hz b'\\xca\\u0304\\xa5\\uff71' False hz 0 1 illegal multibyte sequence hz b'\\u20ac\\U00020089' False hz 0 1 illegal multibyte sequence 
# expect: big5 b'\xa4\xe9\xa5\xbb' True big5 b'a~\\\n\xa4\xa4' True big5 b'\\ud55c\\uae00 \\ubdc1' False big5 0 1 illegal multibyte sequence big5 b'\xc6\xaf\\u309a\\xe6\\u0300' False big5 1 2 illegal multibyte sequence big5 b'\\xca\\u0304\xa2D\\uff71' False big5 0 1 illegal multibyte sequence big5 b'\\u20ac\\U00020089' False big5 0 1 illegal multibyte sequence 
# expect: cp950 b'\xa4\xe9\xa5\xbb' True cp950 b'a~\\\n\xa4\xa4' True cp950 b'\\ud55c\\uae00 \\ubdc1' False cp950 0 1 illegal multibyte sequence cp950 b'\xc6\xaf\\u309a\\xe6\\u0300' False cp950 1 2 illegal multibyte sequence cp950 b'\\xca\\u0304\xa2D\\uff71' False cp950 0 1 illegal multibyte sequence cp950 b'\xa3\xe1\\U00020089' False cp950 1 2 illegal multibyte sequence 
# expect: big5hkscs b'\xa4\xe9\xa5\xbb' True big5hkscs b'a~\\\n\xa4\xa4' True big5hkscs b'\\ud55c\\uae00 \\ubdc1' False big5hkscs 0 1 illegal multibyte sequence big5hkscs b'\xc6\xf1\\u309a\\xe6\\u0300' False big5hkscs 1 2 illegal multibyte sequence big5hkscs b'\x88b\xa2D\\uff71' False big5hkscs 3 4 illegal multibyte sequence big5hkscs b'\\u20ac\\U00020089' False big5hkscs 0 1 illegal multibyte sequence 
# expect: euc_kr b'\xec\xed\xdc\xe2' True euc_kr b'a~\\\n\xf1\xe9' True euc_kr b'\xc7\xd1\xb1\xdb \xa4\xd4\xa4\xb2\xa4\xce\xa4\xaa' True euc_kr b'\xaa\xab\\u309a\xa9\xa1\\u0300' False euc_kr 1 2 illegal multibyte sequence euc_kr b'\\xca\\u0304\\xa5\\uff71' False euc_kr 0 1 illegal multibyte sequence euc_kr b'\xa2\xe6\\U00020089' False euc_kr 1 2 illegal multibyte sequence 
# expect: cp949 b'\xec\xed\xdc\xe2' True cp949 b'a~\\\n\xf1\xe9' True cp949 b'\xc7\xd1\xb1\xdb \x94\xee' True cp949 b'\xaa\xab\\u309a\xa9\xa1\\u0300' False cp949 1 2 illegal multibyte sequence cp949 b'\\xca\\u0304\\xa5\\uff71' False cp949 0 1 illegal multibyte sequence cp949 b'\xa2\xe6\\U00020089' False cp949 1 2 illegal multibyte sequence 
# expect: johab b'\xf1}\xe9r' True johab b'a~\\\n\xf3\xe9' True johab b'\xd0e\x8bi \xa6\xca' True johab b'\xdd\xab\\u309a\xdd1\\u0300' False johab 1 2 illegal multibyte sequence johab b'\\xca\\u0304\\xa5\\uff71' False johab 0 1 illegal multibyte sequence johab b'\xd9\xe6\\U00020089' False johab 1 2 illegal multibyte sequence 
# expect: shift_jis b'\x93\xfa\x96{' True shift_jis b'a~\\\n\x92\x86' True shift_jis b'\\ud55c\\uae00 \\ubdc1' False shift_jis 0 1 illegal multibyte sequence shift_jis b'\x82\xa9\\u309a\\xe6\\u0300' False shift_jis 1 2 illegal multibyte sequence shift_jis b'\\xca\\u0304\\\xb1' False shift_jis 0 1 illegal multibyte sequence shift_jis b'\\u20ac\\U00020089' False shift_jis 0 1 illegal multibyte sequence 
# expect: cp932 b'\x93\xfa\x96{' True cp932 b'a~\\\n\x92\x86' True cp932 b'\\ud55c\\uae00 \\ubdc1' False cp932 0 1 illegal multibyte sequence cp932 b'\x82\xa9\\u309a\\xe6\\u0300' False cp932 1 2 illegal multibyte sequence cp932 b'\\xca\\u0304\\xa5\xb1' False cp932 0 1 illegal multibyte sequence cp932 b'\\u20ac\\U00020089' False cp932 0 1 illegal multibyte sequence 
# expect: shift_jis_2004 b'\x93\xfa\x96{' True shift_jis_2004 b'a\x81\xb0\x81_\n\x92\x86' True shift_jis_2004 b'\x81_ud55c\x81_uae00 \x81_ubdc1' False shift_jis_2004 0 1 illegal multibyte sequence shift_jis_2004 b'\x82\xf5\x86c' True shift_jis_2004 b'\x85`\x86z\\\xb1' True shift_jis_2004 b'\x85@\xf0@' True 
# expect: shift_jisx0213 b'\x93\xfa\x96{' True shift_jisx0213 b'a\x81\xb0\x81_\n\x92\x86' True shift_jisx0213 b'\x81_ud55c\x81_uae00 \x81_ubdc1' False shift_jisx0213 0 1 illegal multibyte sequence shift_jisx0213 b'\x82\xf5\x86c' True shift_jisx0213 b'\x85`\x86z\\\xb1' True shift_jisx0213 b'\x85@\xf0@' True 
# expect: euc_jp b'\xc6\xfc\xcb\xdc' True euc_jp b'a~\\\n\xc3\xe6' True euc_jp b'\\ud55c\\uae00 \\ubdc1' False euc_jp 0 1 illegal multibyte sequence euc_jp b'\xa4\xab\\u309a\x8f\xa9\xc1\\u0300' False euc_jp 1 2 illegal multibyte sequence euc_jp b'\x8f\xaa\xb4\\u0304\\\x8e\xb1' False euc_jp 1 2 illegal multibyte sequence euc_jp b'\\u20ac\\U00020089' False euc_jp 0 1 illegal multibyte sequence 
# expect: euc_jis_2004 b'\xc6\xfc\xcb\xdc' True euc_jis_2004 b'a~\\\n\xc3\xe6' True euc_jis_2004 b'\\ud55c\\uae00 \\ubdc1' False euc_jis_2004 0 1 illegal multibyte sequence euc_jis_2004 b'\xa4\xf7\xab\xc4' True euc_jis_2004 b'\xa9\xc1\xab\xdb\\xa5\x8e\xb1' False euc_jis_2004 2 3 illegal multibyte sequence euc_jis_2004 b'\xa9\xa1\x8f\xa1\xa1' True 
# expect: euc_jisx0213 b'\xc6\xfc\xcb\xdc' True euc_jisx0213 b'a~\\\n\xc3\xe6' True euc_jisx0213 b'\\ud55c\\uae00 \\ubdc1' False euc_jisx0213 0 1 illegal multibyte sequence euc_jisx0213 b'\xa4\xf7\xab\xc4' True euc_jisx0213 b'\xa9\xc1\xab\xdb\\xa5\x8e\xb1' False euc_jisx0213 2 3 illegal multibyte sequence euc_jisx0213 b'\xa9\xa1\x8f\xa1\xa1' True 
# expect: iso2022_kr b'\x1b$)C\x0elm\\b\x0f' True iso2022_kr b'a~\\\n\x1b$)C\x0eqi\x0f' True iso2022_kr b'\x1b$)C\x0eGQ1[\x0f \\ubdc1' False iso2022_kr 3 4 illegal multibyte sequence iso2022_kr b'\x1b$)C\x0e*+\x0f\\u309a\x0e)!\x0f\\u0300' False iso2022_kr 1 2 illegal multibyte sequence iso2022_kr b'\\xca\\u0304\\xa5\\uff71' False iso2022_kr 0 1 illegal multibyte sequence iso2022_kr b'\x1b$)C\x0e"f\x0f\\U00020089' False iso2022_kr 1 2 illegal multibyte sequence 
# expect: iso2022_jp b'\x1b$BF|K\\\x1b(B' True iso2022_jp b'a~\\\n\x1b$BCf\x1b(B' True iso2022_jp b'\\ud55c\\uae00 \\ubdc1' False iso2022_jp 0 1 illegal multibyte sequence iso2022_jp b'\x1b$B$+\x1b(B\\u309a\\xe6\\u0300' False iso2022_jp 1 2 illegal multibyte sequence iso2022_jp b'\\xca\\u0304\x1b(J\\\x1b(B\\uff71' False iso2022_jp 0 1 illegal multibyte sequence iso2022_jp b'\\u20ac\\U00020089' False iso2022_jp 0 1 illegal multibyte sequence 
# expect: iso2022_jp_1 b'\x1b$BF|K\\\x1b(B' True iso2022_jp_1 b'a~\\\n\x1b$BCf\x1b(B' True iso2022_jp_1 b'\\ud55c\\uae00 \\ubdc1' False iso2022_jp_1 0 1 illegal multibyte sequence iso2022_jp_1 b'\x1b$B$+\x1b(B\\u309a\x1b$(D)A\x1b(B\\u0300' False iso2022_jp_1 1 2 illegal multibyte sequence iso2022_jp_1 b'\x1b$(D*4\x1b(B\\u0304\x1b(J\\\x1b(B\\uff71' False iso2022_jp_1 1 2 illegal multibyte sequence iso2022_jp_1 b'\\u20ac\\U00020089' False iso2022_jp_1 0 1 illegal multibyte sequence 
# expect: iso2022_jp_2 b'\x1b$BF|K\\\x1b(B' True iso2022_jp_2 b'a~\\\n\x1b$BCf\x1b(B' True iso2022_jp_2 b'\x1b$(CGQ1[\x1b(B \\ubdc1' False iso2022_jp_2 3 4 illegal multibyte sequence iso2022_jp_2 b'\x1b$B$+\x1b(B\\u309a\x1b$(D)A\x1b(B\\u0300' False iso2022_jp_2 1 2 illegal multibyte sequence iso2022_jp_2 b'\x1b$(D*4\x1b(B\\u0304\x1b(J\\\x1b(B\\uff71' False iso2022_jp_2 1 2 illegal multibyte sequence iso2022_jp_2 b'\x1b$(C"f\x1b(B\\U00020089' False iso2022_jp_2 1 2 illegal multibyte sequence 
# expect: iso2022_jp_2004 b'\x1b$BF|K\\\x1b(B' True iso2022_jp_2004 b'a~\\\n\x1b$BCf\x1b(B' True iso2022_jp_2004 b'\\ud55c\\uae00 \\ubdc1' False iso2022_jp_2004 0 1 illegal multibyte sequence iso2022_jp_2004 b'\x1b$(Q$w+D\x1b(B' True iso2022_jp_2004 b'\x1b$(Q)A+[\x1b(B\\xa5\\uff71' False iso2022_jp_2004 2 3 illegal multibyte sequence iso2022_jp_2004 b'\x1b$(Q)!\x1b$(P!!\x1b(B' True 
# expect: iso2022_jp_3 b'\x1b$BF|K\\\x1b(B' True iso2022_jp_3 b'a~\\\n\x1b$BCf\x1b(B' True iso2022_jp_3 b'\\ud55c\\uae00 \\ubdc1' False iso2022_jp_3 0 1 illegal multibyte sequence iso2022_jp_3 b'\x1b$(O$w+D\x1b(B' True iso2022_jp_3 b'\x1b$(O)A+[\x1b(B\\xa5\\uff71' False iso2022_jp_3 2 3 illegal multibyte sequence iso2022_jp_3 b'\x1b$(O)!\x1b$(P!!\x1b(B' True 
# expect: iso2022_jp_ext b'\x1b$BF|K\\\x1b(B' True iso2022_jp_ext b'a~\\\n\x1b$BCf\x1b(B' True iso2022_jp_ext b'\\ud55c\\uae00 \\ubdc1' False iso2022_jp_ext 0 1 illegal multibyte sequence iso2022_jp_ext b'\x1b$B$+\x1b(B\\u309a\x1b$(D)A\x1b(B\\u0300' False iso2022_jp_ext 1 2 illegal multibyte sequence iso2022_jp_ext b'\x1b$(D*4\x1b(B\\u0304\x1b(J\\\x1b(I1\x1b(B' False iso2022_jp_ext 1 2 illegal multibyte sequence iso2022_jp_ext b'\\u20ac\\U00020089' False iso2022_jp_ext 0 1 illegal multibyte sequence 
# expect: euc_jp 'euc_jp' codec can't decode byte 0xa4 in position 1: incomplete multibyte sequence
# expect: euc_jp replace 'a\ufffd'
# expect: euc_jp backslashreplace 'a\\xa4'
# expect: euc_jp surrogateescape 'a\udca4'
# expect: euc_jp 'euc_jp' codec can't decode byte 0xff in position 5: illegal multibyte sequence
# expect: euc_jp replace '~\uff71\ufffd\ufffd'
# expect: euc_jp backslashreplace '~\uff71\\xff\\xff'
# expect: euc_jp surrogateescape '~\uff71\udcff\udcff'
# expect: shift_jis 'shift_jis' codec can't decode byte 0xff in position 2: illegal multibyte sequence
# expect: shift_jis replace '\u3042\ufffd\ufffd'
# expect: shift_jis backslashreplace '\u3042\\xff\\x81'
# expect: shift_jis surrogateescape '\u3042\udcff\udc81'
# expect: gb18030 'gb18030' codec can't decode bytes in position 0-2: incomplete multibyte sequence
# expect: gb18030 replace '\ufffd'
# expect: gb18030 backslashreplace '\\x81\\x30\\x81'
# expect: gb18030 surrogateescape '\udc810\udc81'
# expect: gb18030 'gb18030' codec can't decode byte 0xe3 in position 8: illegal multibyte sequence
# expect: gb18030 replace '\U00010000\U0010ffff\ufffd2\ufffd'
# expect: gb18030 backslashreplace '\U00010000\U0010ffff\\xe32\\x9a\\x36'
# expect: gb18030 surrogateescape '\U00010000\U0010ffff\udce32\udc9a6'
# expect: hz 'hz' codec can't decode byte 0x7e in position 13: illegal multibyte sequence
# expect: hz replace '\u4e2d\u6587a~\ufffdx'
# expect: hz backslashreplace '\u4e2d\u6587a~\\x7ex'
# expect: hz 'hz' codec can't decode byte 0x7e in position 13: illegal multibyte sequence
# expect: iso2022_jp 'iso2022_jp' codec can't decode bytes in position 9-11: illegal multibyte sequence
# expect: iso2022_jp replace '\u65e5a\ufffd'
# expect: iso2022_jp backslashreplace '\u65e5a\\x1b\\x28\\x51'
# expect: iso2022_jp 'iso2022_jp' codec can't decode bytes in position 9-11: illegal multibyte sequence
# expect: iso2022_kr strict '\ud55ca'
# expect: iso2022_kr replace '\ud55ca'
# expect: iso2022_kr backslashreplace '\ud55ca'
# expect: iso2022_kr surrogateescape '\ud55ca'
# expect: iso2022_jp_2 strict '\xe9\u03b1'
# expect: iso2022_jp_2 replace '\xe9\u03b1'
# expect: iso2022_jp_2 backslashreplace '\xe9\u03b1'
# expect: iso2022_jp_2 surrogateescape '\xe9\u03b1'
# expect: big5hkscs 'big5hkscs' codec can't decode byte 0x88 in position 4: incomplete multibyte sequence
# expect: big5hkscs replace '\xca\u0304\u43f0\ufffd'
# expect: big5hkscs backslashreplace '\xca\u0304\u43f0\\x88'
# expect: big5hkscs surrogateescape '\xca\u0304\u43f0\udc88'
# expect: euc_kr 'euc_kr' codec can't decode bytes in position 8-10: incomplete multibyte sequence
# expect: euc_kr replace '\ubdc1\ufffd'
# expect: euc_kr backslashreplace '\ubdc1\\xa4\\xd4\\xa4'
# expect: euc_kr surrogateescape '\ubdc1\udca4\udcd4\udca4'
# expect: euc_jisx0213 'euc_jisx0213' codec can't decode bytes in position 0-1: illegal multibyte sequence
# expect: euc_jisx0213 replace '\ufffda'
# expect: euc_jisx0213 backslashreplace '\\xae\\xa1a'
# expect: euc_jisx0213 surrogateescape '\udcae\udca1a'
# expect: johab 'johab' codec can't decode byte 0xd0 in position 2: illegal multibyte sequence
# expect: johab replace '\uac00\ufffd\ufffd'
# expect: johab backslashreplace '\uac00\\xd0\\xff'
# expect: johab surrogateescape '\uac00\udcd0\udcff'
# expect: b'' 0xa6c302 b'\xab\xc4' b'' b'\xa9\xdc' 0
# expect: b'\x1b$BF|' 0x42c200 b'\x1b(Ba' b'\x1b$BF|' b'\x1b(B'
# expect: '\ud30c' (b'\xc0', 0) '\uc774'
# expect: UnicodeDecodeError 'cp949' codec can't decode byte 0xc0 in position 0: incomplete multibyte sequence
# expect: UnicodeDecodeError 'cp949' codec can't decode bytes in position 0-8: pending buffer too large
# expect: TypeError setstate() argument must be tuple, not int
# expect: TypeError a bytes-like object is required, not 'str'
# expect: UnicodeError pending buffer too large
# expect: OverflowError can't convert negative int to unsigned
# expect: strict
# expect: (b'5', 1)
# expect: '\u65e5' '\u672c\n' ['ab\n', '\u8a9e']
# expect: b'\x1b$BF|K\\\x1b(Ba'
# expect: ['\u65e5\n', '\u672c']
# expect: no such codec is supported.
# expect: type object '_multibytecodec.MultibyteIncrementalEncoder' has no attribute 'codec'
# expect: codec is unexpected type
# expect: []
