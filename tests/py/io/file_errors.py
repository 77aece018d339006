def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import tempfile, os
d = tempfile.mkdtemp()
def e(f):
    try: print(f())
    except OSError as x: print(type(x).__name__, x.strerror)
    except Exception as x: print(type(x).__name__, x)
e(lambda: open(d)); e(lambda: open(d + '/no/such')); e(lambda: os.rmdir(d + '/nope')); e(lambda: os.remove(d)); e(lambda: os.mkdir(d)); e(lambda: os.listdir(d + '/x')); e(lambda: open('')); e(lambda: os.rename(d + '/a', d + '/b')); e(lambda: open(d + '/f', 'w').read()); e(lambda: open(d + '/f').write('')); e(lambda: open('a\0b')); e(lambda: open(d + '/f', 'rw')); e(lambda: open(d + '/f', 'wt+b')); e(lambda: open(d + '/f', 'rb', errors='x')); e(lambda: open(d + '/f', 'U')); e(lambda: os.open(d + '/q', os.O_RDONLY)); e(lambda: os.close(9999)); e(lambda: os.stat(d + '/zz')); e(lambda: os.scandir(d + '/zz')); e(lambda: open(d + '/f', 'w', buffering=0)); e(lambda: open(d + '/f', closefd=False))

# expect: IsADirectoryError Is a directory
# expect: FileNotFoundError No such file or directory
# expect: FileNotFoundError No such file or directory
# expect: IsADirectoryError Is a directory
# expect: FileExistsError File exists
# expect: FileNotFoundError No such file or directory
# expect: FileNotFoundError No such file or directory
# expect: FileNotFoundError No such file or directory
# expect: UnsupportedOperation None
# expect: UnsupportedOperation None
# expect: ValueError embedded null byte
# expect: ValueError must have exactly one of create/read/write/append mode
# expect: ValueError can't have text and binary mode at once
# expect: ValueError binary mode doesn't take an errors argument
# expect: ValueError invalid mode: 'U'
# expect: FileNotFoundError No such file or directory
# expect: OSError Bad file descriptor
# expect: FileNotFoundError No such file or directory
# expect: FileNotFoundError No such file or directory
# expect: ValueError can't have unbuffered text I/O
# expect: ValueError Cannot use closefd=False with file name
