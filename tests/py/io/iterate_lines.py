def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import tempfile, os
p = os.path.join(tempfile.mkdtemp(), 'f')
with open(p, 'w') as f: f.writelines(f'line {i}\n' for i in range(5)); print('last', file=f, end='')
with open(p) as f:
    for n, l in enumerate(f, 1): print(n, l.rstrip())
with open(p) as f: print(next(f), f.readline(), list(f)[-1], f.readline(), f.read())
with open(p) as f: print([l.split()[1] for l in f if 'line' in l], f.readlines())
with open(p) as f: print(f.readlines(10), f.readline(3), f.read(4))
with open(p) as a, open(p) as b: print(sum(x == y for x, y in zip(a, b)))
with open(p) as f:
    f.readline(); pos = f.tell(); l2 = f.readline(); f.seek(pos); print(f.readline() == l2)
with open(p) as f:
    next(f)
    try: f.tell()
    except OSError as e: print(e)

# expect: 1 line 0
# expect: 2 line 1
# expect: 3 line 2
# expect: 4 line 3
# expect: 5 line 4
# expect: 6 last
# expect: line 0
# expect:  line 1
# expect:  last  
# expect: ['0', '1', '2', '3', '4'] []
# expect: ['line 0\n', 'line 1\n'] lin e 2
# expect:
# expect: 6
# expect: True
# expect: telling position disabled by next() call
