def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
t(lambda: sys.stdin.fileno())
t(lambda: sys.stdout.fileno())
t(lambda: sys.stderr.fileno())
t(lambda: sys.stdout.buffer.write(b''))
t(lambda: sys.stdout.isatty())
t(lambda: sys.stdin.isatty())
t(lambda: sys.stdout.newlines)
t(lambda: sys.stdin.closed)
t(lambda: type(sys.stdout).__name__)
t(lambda: sys.stdout.line_buffering in (True, False))
sys.stdout.flush(); sys.stdout.buffer.write(b'bytes out\n'); sys.stdout.buffer.flush()
sys.stderr.write('to stderr\n')
t(lambda: sys.stdout.write('no newline'))
t(lambda: print())
t(lambda: sys.stdout.buffer.write('x'))

# expect: 0
# expect: 1
# expect: 2
# expect: 0
# expect: False
# expect: False
# expect: None
# expect: False
# expect: 'TextIOWrapper'
# expect: True
# expect: bytes out
# expect: no newline10
# expect:
# expect: None
# expect: TypeError a bytes-like object is required, not 'str'
