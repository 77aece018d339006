def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import tempfile, os
p = os.path.join(tempfile.mkdtemp(), 'f')
with open(p, 'wb') as f: f.write(b'a\r\nb\rc\nd')
for nl in (None, '', '\n', '\r', '\r\n'):
    with open(p, newline=nl) as f: print(repr(nl), f.readlines(), f.newlines)
for nl in (None, '', '\n', '\r', '\r\n'):
    with open(p, 'w', newline=nl) as f: f.write('x\ny\r\n')
    with open(p, 'rb') as f: print(repr(nl), f.read())
t(lambda: open(p, newline='x'))
t(lambda: open(p, newline=5))

# expect: None ['a\n', 'b\n', 'c\n', 'd'] ('\r', '\n', '\r\n')
# expect: '' ['a\r\n', 'b\r', 'c\n', 'd'] ('\r', '\n', '\r\n')
# expect: '\n' ['a\r\n', 'b\rc\n', 'd'] None
# expect: '\r' ['a\r', '\nb\r', 'c\nd'] None
# expect: '\r\n' ['a\r\n', 'b\rc\nd'] None
# expect: None b'x\ny\r\n'
# expect: '' b'x\ny\r\n'
# expect: '\n' b'x\ny\r\n'
# expect: '\r' b'x\ry\r\r'
# expect: '\r\n' b'x\r\ny\r\r\n'
# expect: ValueError illegal newline value: x
# expect: TypeError open() argument 'newline' must be str or None, not int
