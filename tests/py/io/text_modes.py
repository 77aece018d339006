def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import tempfile, os
p = os.path.join(tempfile.mkdtemp(), 'f.txt')
with open(p, 'w') as f: print(f.write('one\ntwo\n'), f.mode, f.closed, f.writable(), f.readable())
with open(p) as f: print(f.read(), f.read())
with open(p, 'a') as f: f.write('three'); print(f.tell())
with open(p, 'r+') as f: print(f.readline()); f.seek(0); f.write('ONE'); f.seek(0); print(f.readlines())
with open(p, 'w+') as f: f.write('x'); f.seek(0); print(f.read())
try: open(p, 'x')
except FileExistsError as e: print(e.errno == 17)
with open(p) as f:
    for op in (lambda: f.write('a'), lambda: f.seek(1, 1), lambda: f.seek(-1, 2), lambda: f.read('x'), lambda: f.truncate()):
        try: op()
        except Exception as e: print(type(e).__name__, e)
t(lambda: f.read())
t(lambda: next(f))
t(lambda: f.closed)
t(lambda: f.name == p)
t(lambda: f.mode)
t(lambda: f.encoding.lower())
t(lambda: f.errors)
os.remove(p)

# expect: 8 w False True False
# expect: one
# expect: two
# expect:  
# expect: 13
# expect: one
# expect:
# expect: ['ONE\n', 'two\n', 'three']
# expect: x
# expect: True
# expect: UnsupportedOperation not writable
# expect: UnsupportedOperation can't do nonzero cur-relative seeks
# expect: UnsupportedOperation can't do nonzero end-relative seeks
# expect: TypeError argument should be integer or None, not 'str'
# expect: UnsupportedOperation truncate
# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file.
# expect: True
# expect: True
# expect: 'r'
# expect: 'utf-8'
# expect: 'strict'
