import select, selectors, socket, os, time

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

r, w = os.pipe()
t(lambda: select.select([r], [w], [], 0) == ([], [w], []))
os.write(w, b'x')
t(lambda: select.select([r], [w], [], 0) == ([r], [w], []))
t(lambda: select.select([r], [], [], -1))
t(lambda: select.select([r], [], [], 'x'))
t(lambda: select.select([-1], [], []))
t(lambda: select.select(['x'], [], []))
t(lambda: select.select(5, [], []))
p = select.poll(); p.register(r, select.POLLIN)
t(lambda: p.poll(0) == [(r, select.POLLIN)])
t(lambda: p.modify(w, 1))
t(lambda: p.unregister("x"))
t(lambda: p.register(r, -1))
t(lambda: p.poll('x'))
with select.epoll() as e:
    e.register(r, select.EPOLLIN)
    t(lambda: e.poll(0) == [(r, select.EPOLLIN)])
    t(lambda: e.register(r))
    t(lambda: e.unregister(w))
    t(lambda: e.poll(0, 0))
t(lambda: e.closed)
t(lambda: e.fileno())
class Shrinks:
    def fileno(self):
        del items[-1]
        return w
items = [Shrinks() for _ in range(10)]
t(lambda: len(select.select([], items, [])[1]))
start = time.monotonic()
t(lambda: select.select([], [], [], 0.02))
t(lambda: time.monotonic() - start >= 0.02)
with selectors.DefaultSelector() as s:
    s.register(r, selectors.EVENT_READ, 'data')
    t(lambda: [(k.data, m) for k, m in s.select(0)])
os.close(r); os.close(w)

# expect: True
# expect: True
# expect: ValueError timeout must be non-negative
# expect: TypeError timeout must be a float or None
# expect: ValueError file descriptor cannot be a negative integer (-1)
# expect: TypeError argument must be an int, or have a fileno() method.
# expect: TypeError arguments 1-3 must be sequences
# expect: True
# expect: FileNotFoundError [Errno 2] No such file or directory
# expect: TypeError argument must be an int, or have a fileno() method.
# expect: ValueError value must be positive
# expect: TypeError timeout must be an integer or None
# expect: True
# expect: FileExistsError [Errno 17] File exists
# expect: FileNotFoundError [Errno 2] No such file or directory
# expect: ValueError maxevents must be greater than 0, got 0
# expect: True
# expect: ValueError I/O operation on closed epoll object
# expect: 5
# expect: ([], [], [])
# expect: True
# expect: [('data', 1)]
