def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import tempfile, os
p = os.path.join(tempfile.mkdtemp(), 'f')
with open(p, 'w') as f:
    for i in range(20000): f.write(f'{i},é\n')
with open(p) as f: print(sum(1 for _ in f))
with open(p) as f: s = f.read(); print(len(s), s[-8:].strip())
t(lambda: os.path.getsize(p))
t(lambda: s.count('é'))
with open(p, 'rb') as f:
    n = 0
    while c := f.read(4096): n += len(c)
print(n)
with open(p) as f: f.seek(0, 2); e = f.tell(); f.seek(0); print(e == n, f.readline())
with open(p, 'r+') as f: f.seek(0, 2); f.write('end'); 
with open(p) as f: print(f.readlines()[-1])

# expect: 20000
# expect: 148890 19999,é
# expect: 168890
# expect: 20000
# expect: 168890
# expect: True 0,é
# expect:
# expect: end
