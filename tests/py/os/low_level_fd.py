def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import os, tempfile
p = os.path.join(tempfile.mkdtemp(), 'f')
fd = os.open(p, os.O_RDWR | os.O_CREAT)
t(lambda: os.write(fd, b'hello'))
t(lambda: os.lseek(fd, 0, 0))
t(lambda: os.read(fd, 3))
t(lambda: os.read(fd, 10))
t(lambda: os.read(fd, 10))
t(lambda: os.fstat(fd).st_size)
t(lambda: os.dup(fd) > fd)
t(lambda: os.ftruncate(fd, 2))
t(lambda: os.pread(fd, 5, 0))
t(lambda: os.pwrite(fd, b'X', 1))
t(lambda: os.isatty(fd))
t(lambda: os.get_inheritable(fd))
t(lambda: os.fsync(fd))
t(lambda: os.close(fd))
t(lambda: os.read(fd, 1))
t(lambda: os.write(5555, b''))
t(lambda: os.open(p))
r, w = os.pipe(); os.write(w, b'pipe'); os.close(w); print(os.read(r, 10), os.read(r, 10)); os.close(r)
with os.fdopen(os.open(p, os.O_RDONLY)) as f: print(f.read())

# expect: 5
# expect: 0
# expect: b'hel'
# expect: b'lo'
# expect: b''
# expect: 5
# expect: True
# expect: None
# expect: b'he'
# expect: 1
# expect: False
# expect: False
# expect: None
# expect: None
# expect: OSError [Errno 9] Bad file descriptor
# expect: OSError [Errno 9] Bad file descriptor
# expect: TypeError open() missing required argument 'flags' (pos 2)
# expect: b'pipe' b''
# expect: hX
