def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import tempfile, os
p = os.path.join(tempfile.mkdtemp(), 'f')
f = open(p, 'w+b')
t(lambda: f.write(b'0123456789'))
t(lambda: f.tell())
t(lambda: f.seek(2))
t(lambda: f.read(3))
t(lambda: f.tell())
t(lambda: f.seek(-2, 1))
t(lambda: f.read(1))
t(lambda: f.seek(-1, 2))
t(lambda: f.read())
t(lambda: f.seek(0))
t(lambda: f.readinto(b2 := bytearray(4)))
t(lambda: f.peek(2)[:2])
t(lambda: f.read1(2))
t(lambda: f.truncate(5))
t(lambda: f.seek(0))
t(lambda: f.read())
t(lambda: f.seek(100))
t(lambda: f.read())
t(lambda: f.write(b'z'))
t(lambda: f.seek(0, 2))
t(lambda: f.flush())
t(lambda: f.fileno() > 2)
t(lambda: f.seek(-5))
t(lambda: f.read(-1))
t(lambda: f.seek(0))
t(lambda: f.readline())
t(lambda: f.readlines())
t(lambda: f.write('a'))
t(lambda: f.close())
t(lambda: f.closed)
t(lambda: f.tell())
t(lambda: os.path.getsize(p))
with open(p, 'rb', buffering=0) as r: print(type(r).__name__, r.read(2), r.readall()[:2], r.tell())
with open(p, 'rb') as r: print(type(r).__name__, r.raw.name == p, r.mode)
with open(p, 'r+b') as r: print(type(r).__name__)
with open(p, 'wb') as r: print(type(r).__name__)
with open(p) as r: print(type(r).__name__, type(r.buffer).__name__)

# expect: 10
# expect: 10
# expect: 2
# expect: b'234'
# expect: 5
# expect: 3
# expect: b'3'
# expect: 9
# expect: b'9'
# expect: 0
# expect: 4
# expect: b'45'
# expect: b'45'
# expect: 5
# expect: 0
# expect: b'01234'
# expect: 100
# expect: b''
# expect: 1
# expect: 101
# expect: None
# expect: True
# expect: OSError [Errno 22] Invalid argument
# expect: b''
# expect: 0
# expect: b'01234\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00z'
# expect: []
# expect: TypeError a bytes-like object is required, not 'str'
# expect: None
# expect: True
# expect: ValueError I/O operation on closed file
# expect: 101
# expect: FileIO b'01' b'23' 101
# expect: BufferedReader True rb
# expect: BufferedRandom
# expect: BufferedWriter
# expect: TextIOWrapper BufferedReader
