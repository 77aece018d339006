from collections import deque
def task(name, n):
    for i in range(n):
        print(name, i, end='; ')
        yield
    return name
def run(tasks):
    q = deque(tasks); done = []
    while q:
        t = q.popleft()
        try: next(t)
        except StopIteration as e: done.append(e.value)
        else: q.append(t)
    return done
print(run([task('a', 3), task('b', 1), task('c', 2)]))
def grep(pat, out):
    try:
        while True:
            line = yield
            if pat in line: out.append(line)
    except GeneratorExit: out.append('closed')
o = []; g = grep('py', o); next(g)
for l in ['python', 'java', 'pypy']: g.send(l)
g.close(); print(o)
def broadcast(*ts):
    while True:
        x = yield
        for t in ts: t.send(x)

# expect: a 0; b 0; c 0; a 1; c 1; a 2; ['b', 'c', 'a']
# expect: ['python', 'pypy', 'closed']
