from collections import defaultdict
class Events:
    def __init__(self): self.h = defaultdict(list)
    def on(self, name, f=None, prio=0):
        if f is None: return lambda g: self.on(name, g, prio)
        self.h[name].append((prio, f)); self.h[name].sort(key=lambda p: -p[0]); return f
    def off(self, name, f): self.h[name] = [p for p in self.h[name] if p[1] is not f]
    def emit(self, name, *a, **k):
        out = []
        for _, f in self.h[name]:
            r = f(*a, **k)
            if r is StopIteration: break
            out.append(r)
        return out
e = Events()
@e.on('greet')
def a(n): return f'hello {n}'
@e.on('greet', prio=10)
def b(n): return f'first {n}'
c = e.on('greet', lambda n: StopIteration if n == 'stop' else 'c', 5)
print(e.emit('greet', 'bob'), e.emit('greet', 'stop'), e.emit('none'))
e.off('greet', b); print(e.emit('greet', 'x'))

# expect: ['first bob', 'c', 'hello bob'] ['first stop'] []
# expect: ['c', 'hello x']
