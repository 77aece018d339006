def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import tempfile, os
p = os.path.join(tempfile.mkdtemp(), 'f')
for enc in ('utf-8', 'latin-1', 'utf-16', 'utf-16-le', 'utf-8-sig', 'utf-32', 'cp1252'):
    with open(p, 'w', encoding=enc) as f: f.write('é\n')
    with open(p, 'rb') as f: raw = f.read()
    with open(p, encoding=enc) as f: print(enc, raw, ascii(f.read()))
with open(p, 'wb') as f: f.write(b'a\xffb')
for err in ('strict', 'ignore', 'replace', 'surrogateescape', 'backslashreplace'):
    try:
        with open(p, encoding='utf-8', errors=err) as f: print(err, ascii(f.read()))
    except UnicodeDecodeError as e: print(e)
try:
    with open(p, 'w', encoding='ascii') as f: f.write('é')
except UnicodeEncodeError as e: print(e)
t(lambda: open(p, encoding='zzz'))

# expect: utf-8 b'\xc3\xa9\n' '\xe9\n'
# expect: latin-1 b'\xe9\n' '\xe9\n'
# expect: utf-16 b'\xff\xfe\xe9\x00\n\x00' '\xe9\n'
# expect: utf-16-le b'\xe9\x00\n\x00' '\xe9\n'
# expect: utf-8-sig b'\xef\xbb\xbf\xc3\xa9\n' '\xe9\n'
# expect: utf-32 b'\xff\xfe\x00\x00\xe9\x00\x00\x00\n\x00\x00\x00' '\xe9\n'
# expect: cp1252 b'\xe9\n' '\xe9\n'
# expect: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte
# expect: ignore 'ab'
# expect: replace 'a\ufffdb'
# expect: surrogateescape 'a\udcffb'
# expect: backslashreplace 'a\\xffb'
# expect: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: LookupError unknown encoding: zzz
