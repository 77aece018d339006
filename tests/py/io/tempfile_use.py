def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import tempfile, os
with tempfile.TemporaryFile('w+') as f: f.write('abc'); f.seek(0); print(f.read())
with tempfile.NamedTemporaryFile('w', suffix='.x', delete=False) as f: f.write('q'); n = f.name
t(lambda: os.path.exists(n))
t(lambda: n.endswith('.x'))
t(lambda: open(n).read())
t(lambda: os.remove(n))
t(lambda: os.path.exists(n))
with tempfile.TemporaryDirectory() as d: open(os.path.join(d, 'f'), 'w').close(); print(os.listdir(d), os.path.isdir(d))
t(lambda: os.path.exists(d))
with tempfile.SpooledTemporaryFile(max_size=4, mode='w+') as s: s.write('ab'); a = s._rolled; s.write('cdef'); print(a, s._rolled); s.seek(0); print(s.read())
fd, n = tempfile.mkstemp(); os.write(fd, b'raw'); os.close(fd); print(open(n, 'rb').read()); os.unlink(n)

# expect: abc
# expect: True
# expect: True
# expect: 'q'
# expect: None
# expect: False
# expect: ['f'] True
# expect: False
# expect: False True
# expect: abcdef
# expect: b'raw'
