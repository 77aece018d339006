def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io
t(lambda: open('/nonexistent'))
t(lambda: open())
t(lambda: open('x', 'zz'))
t(lambda: open('x', 'rw'))
t(lambda: open('x', 'rb', encoding='utf-8'))
t(lambda: open('x', 'b'))
t(lambda: open('x', ''))
t(lambda: open(5.5))
t(lambda: open(None))
t(lambda: open('/dev/null', 'r').read())
t(lambda: open('/dev/null', 'rb').read())
t(lambda: open('/dev/null', buffering=0))
t(lambda: open('/dev/null', 'rb', newline=''))
t(lambda: open('/dev/null', newline='x'))
t(lambda: open('/dev/null', encoding='nope'))
t(lambda: open('/dev/null', 'r', errors=5))
t(lambda: open('a\0b'))
t(lambda: open(-1))
t(lambda: open(99999))

# expect: FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# expect: TypeError open() missing required argument 'file' (pos 1)
# expect: ValueError invalid mode: 'zz'
# expect: ValueError must have exactly one of create/read/write/append mode
# expect: ValueError binary mode doesn't take an encoding argument
# expect: ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: TypeError expected str, bytes or os.PathLike object, not float
# expect: TypeError expected str, bytes or os.PathLike object, not NoneType
# expect: ''
# expect: b''
# expect: ValueError can't have unbuffered text I/O
# expect: ValueError binary mode doesn't take a newline argument
# expect: ValueError illegal newline value: x
# expect: LookupError unknown encoding: nope
# expect: TypeError open() argument 'errors' must be str or None, not int
# expect: ValueError embedded null byte
# expect: ValueError negative file descriptor
# expect: OSError [Errno 9] Bad file descriptor
