def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io
f = io.StringIO('a\nbb\n\nccc')
t(lambda: [l for l in f])
t(lambda: f.read())
t(lambda: f.seek(0))
t(lambda: f.readline())
t(lambda: f.read(2))
t(lambda: f.readlines())
t(lambda: f.tell())
t(lambda: 'a\nb'.split('\n'))
t(lambda: list(io.StringIO('x\r\ny\n', newline=None)))
t(lambda: list(io.StringIO('x\r\ny', newline='')))

# expect: ['a\n', 'bb\n', '\n', 'ccc']
# expect: ''
# expect: 0
# expect: 'a\n'
# expect: 'bb'
# expect: ['\n', '\n', 'ccc']
# expect: 9
# expect: ['a', 'b']
# expect: ['x\n', 'y\n']
# expect: ['x\r\n', 'y']
