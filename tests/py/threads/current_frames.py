# The frames and exceptions of all threads, whether they run or wait; tracing all threads.
import sys, threading

ready, go = threading.Event(), threading.Event()
def waits():
    here = 'waiting'
    try:
        raise KeyError('handled')
    except KeyError:
        ready.set()
        go.wait()
spinning = True
def spins():
    count = 0
    while spinning:
        count += 1

a = threading.Thread(target=waits)
b = threading.Thread(target=spins)
a.start()
b.start()
ready.wait()
def names(f):
    out = []
    while f:
        out.append(f.f_code.co_name)
        f = f.f_back
    return out
while 'spins' not in names(sys._current_frames().get(b.ident)):
    pass
frames = sys._current_frames()
print(sorted(frames) == sorted([a.ident, b.ident, threading.get_ident()]))
print('waits' in names(frames[a.ident]), 'spins' in names(sys._current_frames()[b.ident]))
while frames[a.ident] and 'waits' != frames[a.ident].f_code.co_name:
    frames[a.ident] = frames[a.ident].f_back
print(frames[a.ident].f_locals['here'], frames[a.ident].f_lineno - waits.__code__.co_firstlineno)
spin = sys._current_frames()[b.ident]
while spin.f_code.co_name != 'spins':
    spin = spin.f_back
print(spin.f_locals['count'] <= spin.f_locals['count'])
while not spin.f_locals['count']:
    pass
for i in range(200):
    assert names(sys._current_frames()[b.ident])[-1] == '_bootstrap'
    spin.f_locals['count'] = i
print(repr(sys._current_exceptions()[a.ident]), sys._current_exceptions()[threading.get_ident()])
spinning = False
go.set()
a.join()
b.join()
print(len(sys._current_frames()))

seen = {}
def tracer(frame, event, arg):
    name = threading.current_thread().name
    if event == 'call' and name.startswith('w'):
        seen[name] = event
run, done = threading.Event(), False
def step():
    return 1
def worker():
    while not done:
        step()
threads = [threading.Thread(target=worker, name='w%d' % i) for i in range(3)]
for t in threads:
    t.start()
sys._settraceallthreads(tracer)
while len(seen) < 3:
    step()
sys._settraceallthreads(None)
done = True
for t in threads:
    t.join()
print(sorted(seen), sys.gettrace())

# expect: True
# expect: True True
# expect: waiting 6
# expect: True
# expect: KeyError('handled') None
# expect: 1
# expect: ['w0', 'w1', 'w2'] None
