# cProfile counts calls and keeps callers.
import cProfile, io, pstats

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def work():
    out = []
    for i in range(3):
        out.append(fib(i + 2))
    return sorted(out)

p = cProfile.Profile()
p.enable()
work()
p.disable()
p.create_stats()
for (file, line, name), (cc, nc, tt, ct, callers) in sorted(p.stats.items(), key=lambda kv: kv[0][2]):
    if 'disable' in name:
        continue
    print(name, cc, nc, ct >= tt >= 0, sorted((k[2], v[0]) for k, v in callers.items()))
entry = [e for e in p.getstats() if getattr(e.code, 'co_name', '') == 'work'][0]
print(entry.callcount, entry.reccallcount, sorted((s.code if isinstance(s.code, str) else s.code.co_name, s.callcount) for s in entry.calls))
p.clear()
print(p.getstats())
with cProfile.Profile(builtins=False) as q:
    work()
print(sorted({e.code if isinstance(e.code, str) else e.code.co_name for e in q.getstats()} - {'__exit__'}))
a, b = cProfile.Profile(), cProfile.Profile()
a.enable()
try:
    b.enable()
except ValueError as e:
    print('ValueError', 'Another profiling tool' in str(e))
a.disable()
times = iter(range(1000))
t = cProfile.Profile(lambda: next(times), 0.5)
t.runcall(fib, 1)
print([(e.callcount, e.totaltime, e.inlinetime) for e in t.getstats() if getattr(e.code, 'co_name', '') == 'fib'])

# expect: <built-in method builtins.sorted> 1 1 True [('work', 1)]
# expect: <method 'append' of 'list' objects> 3 3 True [('work', 3)]
# expect: fib 3 17 True [('fib', 14), ('work', 3)]
# expect: work 1 1 True []
# expect: 1 0 [('<built-in method builtins.sorted>', 1), ("<method 'append' of 'list' objects>", 3), ('fib', 3)]
# expect: []
# expect: ['fib', 'work']
# expect: ValueError True
# expect: [(1, 0.5, 0.5)]
