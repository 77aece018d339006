import queue
l = queue.LifoQueue(); [l.put(x) for x in (1, 2, 3)]; print([l.get() for _ in range(3)])
p = queue.PriorityQueue(); [p.put(x) for x in [(3, 'c'), (1, 'a'), (2, 'b')]]; print([p.get()[1] for _ in range(3)])
s = queue.SimpleQueue(); s.put(1); s.put(2); print(s.qsize(), s.get(), s.get(), s.empty())
try: s.get(block=False)
except queue.Empty as e: print('Empty', e.args)
try: s.get(timeout=0.01)
except queue.Empty: print('Empty timeout')
q = queue.Queue(1); q.put(1); print(q.full())
try: q.put(2, block=False)
except queue.Full: print('Full')
try: q.get(timeout=-1)
except ValueError as e: print(e)
q = queue.Queue(); q.put(1); q.shutdown(); print(q.get())
try: q.get()
except queue.ShutDown: print('ShutDown')
try: q.put(1)
except queue.ShutDown: print('ShutDown put')

# expect: [3, 2, 1]
# expect: ['a', 'b', 'c']
# expect: 2 1 2 True
# expect: Empty ()
# expect: Empty timeout
# expect: True
# expect: Full
# expect: 'timeout' must be a non-negative number
# expect: 1
# expect: ShutDown
# expect: ShutDown put
# lib: 3.13-
