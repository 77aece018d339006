import threading
class RW:
    def __init__(s): s.c = threading.Condition(); s.r = 0
    def read(s):
        with s.c: s.r += 1
    def unread(s):
        with s.c:
            s.r -= 1
            if not s.r: s.c.notify_all()
    def write(s, f):
        with s.c:
            while s.r: s.c.wait()
            f()
rw = RW(); data = [0, 0]; bad = []
def reader():
    for _ in range(300):
        rw.read()
        if data[0] != data[1]: bad.append(1)
        rw.unread()
def upd(): data[0] += 1; data[1] += 1
def writer():
    for _ in range(100): rw.write(upd)
ts = [threading.Thread(target=f) for f in (reader, reader, reader, writer, writer)]
[t.start() for t in ts]; [t.join() for t in ts]; print(data, bad)
n = []; once = threading.Lock(); made = None
def get():
    global made
    if made is None:
        with once:
            if made is None: n.append(1); made = object()
    return made
ids = []
ts = [threading.Thread(target=lambda: ids.append(get())) for _ in range(8)]
[t.start() for t in ts]; [t.join() for t in ts]; print(len(n), len(set(map(id, ids))))

# expect: [200, 200] []
# expect: 1 1
