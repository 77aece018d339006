def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io
f = io.StringIO('abc\ndef')
t(lambda: f.read(2))
t(lambda: f.tell())
t(lambda: f.readline())
t(lambda: f.read())
t(lambda: f.read())
t(lambda: f.seek(0))
t(lambda: f.readlines())
t(lambda: f.getvalue())
t(lambda: f.seek(1))
t(lambda: f.write('XY'))
t(lambda: f.getvalue())
t(lambda: f.truncate(3))
t(lambda: f.getvalue())
t(lambda: f.seek(0, 2))
t(lambda: f.write('!'))
t(lambda: f.getvalue())
t(lambda: f.closed)
t(lambda: f.readable())
t(lambda: f.writable())
t(lambda: f.seekable())
t(lambda: f.line_buffering)
t(lambda: f.newlines)
t(lambda: f.isatty())
f.seek(10); f.write('pad'); print(repr(f.getvalue()))
t(lambda: f.seek(-1))
t(lambda: f.seek(1, 1))
t(lambda: f.write(b'x'))
t(lambda: f.write(5))
t(lambda: f.read('a'))
t(lambda: f.fileno())
t(lambda: f.close())
t(lambda: f.closed)
t(lambda: f.read())
t(lambda: f.getvalue())
t(lambda: io.StringIO(5))
t(lambda: io.StringIO(None).getvalue())
t(lambda: io.StringIO('a\r\nb').getvalue())
t(lambda: io.StringIO('a\r\nb', newline=None).getvalue())
t(lambda: io.StringIO('a\nb', newline='\r\n').getvalue())
t(lambda: list(io.StringIO('x\ny')))
with io.StringIO('c') as g: print(g.read())

# expect: 'ab'
# expect: 2
# expect: 'c\n'
# expect: 'def'
# expect: ''
# expect: 0
# expect: ['abc\n', 'def']
# expect: 'abc\ndef'
# expect: 1
# expect: 2
# expect: 'aXY\ndef'
# expect: 3
# expect: 'aXY'
# expect: 3
# expect: 1
# expect: 'aXY!'
# expect: False
# expect: True
# expect: True
# expect: True
# expect: False
# expect: None
# expect: False
# expect: 'aXY!\x00\x00\x00\x00\x00\x00pad'
# expect: ValueError Negative seek position -1
# expect: OSError Can't do nonzero cur-relative seeks
# expect: TypeError string argument expected, got 'bytes'
# expect: TypeError string argument expected, got 'int'
# expect: TypeError argument should be integer or None, not 'str'
# expect: UnsupportedOperation fileno
# expect: None
# expect: True
# expect: ValueError I/O operation on closed file
# expect: ValueError I/O operation on closed file
# expect: TypeError initial_value must be str or None, not int
# expect: ''
# expect: 'a\r\nb'
# expect: 'a\nb'
# expect: 'a\r\nb'
# expect: ['x\n', 'y']
# expect: c
