"""Objects of the modules written in C, shared by threads: arrays, deques, ordered dicts, writers, compressors, picklers,
dates, database connections, sockets and mappings that are closed while others use them."""
import array
import collections
import csv
import datetime
import io
import json
import lzma
import bz2
import mmap
import pickle
import socket
import sqlite3
import zlib

from torture import check, run

PACKED = zlib.compress(b"parallel " * 200)


class Rows(list):
    def write(self, text):
        self.append(text)
        if len(self) > 100:
            self.clear()


def make():
    numbers = array.array("q", range(32))
    letters = array.array("B", bytes(32))
    queue = collections.deque(range(16), 64)
    walks = [iter(queue), reversed(queue)]
    ordered = collections.OrderedDict((n, n) for n in range(16))
    steps = [iter(ordered), iter(ordered.items())]
    rows = Rows()
    writer = csv.writer(rows)
    reader = csv.reader(iter(["a,b,c", '"x\ny",2'] * 100))
    packers = [zlib.compressobj(), bz2.BZ2Compressor(), lzma.LZMACompressor()]
    unpacker = [zlib.decompressobj()]
    pickled = io.BytesIO()
    pickler = pickle.Pickler(pickled)
    encoder = json.JSONEncoder()
    shared = {n: [n, 1.5, "x", None] for n in range(8)}
    zone = datetime.timezone(datetime.timedelta(hours=1))
    moments = [datetime.datetime(2024, 1, 1 + n, tzinfo=zone) for n in range(8)]
    base = sqlite3.connect(":memory:", check_same_thread=False)
    base.execute("create table t (n integer, s text)")
    cursor = base.cursor()
    ends = list(socket.socketpair())
    for end in ends:
        end.setblocking(False)
    mapping = [mmap.mmap(-1, 4096)]

    def array_change(rng):
        what = rng.randrange(6)
        if what == 0:
            numbers.append(rng.randrange(100))
        elif what == 1:
            numbers.pop()
        elif what == 2:
            numbers.extend(numbers[:8])
        elif what == 3:
            del numbers[32:]
        elif what == 4:
            numbers[rng.randrange(8)] = 7
        else:
            numbers.reverse()

    def array_read(rng):
        for n in numbers:
            check(type(n) is int)
        numbers.tobytes(), numbers.tolist(), numbers == numbers[:], numbers.count(7), repr(numbers)

    def array_view(rng):
        with memoryview(letters) as view:
            view[rng.randrange(20)] = 3
            check(view[rng.randrange(20)] in (0, 1, 3))
        letters.append(1) if len(letters) < 64 else letters.__delitem__(slice(32, None))

    def deque_change(rng):
        (queue.append, queue.appendleft, queue.remove)[rng.randrange(3)](rng.randrange(16))
        queue.rotate(rng.randrange(-3, 4))
        if rng.randrange(4) == 0:
            queue.pop() if rng.randrange(2) else queue.popleft()

    def deque_read(rng):
        walk = rng.randrange(2)
        try:
            next(walks[walk])
        except (StopIteration, RuntimeError):
            walks[walk] = reversed(queue) if walk else iter(queue)
        queue.count(3), queue.copy(), len(queue)

    def ordered_change(rng):
        what = rng.randrange(5)
        if what == 0:
            ordered.move_to_end(rng.randrange(16), rng.randrange(2))
        elif what == 1:
            ordered.popitem(rng.randrange(2))
        elif what == 2 or what == 3:
            ordered[rng.randrange(16)] = rng
        else:
            del ordered[rng.randrange(16)]

    def ordered_read(rng):
        step = rng.randrange(2)
        try:
            next(steps[step])
        except (StopIteration, RuntimeError):
            steps[step] = iter(ordered.items()) if step else iter(ordered)
        list(ordered), ordered.copy(), ordered == ordered

    def rows_write(rng):
        writer.writerow([rng.randrange(9), "a,b", None, 1.5])
        check(all(type(text) is str for text in rows[:]))

    def rows_read(rng):
        next(reader)
        reader.line_num

    def pack(rng):
        packer = packers[rng.randrange(3)]
        packer.compress(b"some bytes" * rng.randrange(9))
        if packer is packers[0]:
            packer.copy()
            packer.flush(zlib.Z_SYNC_FLUSH)

    def unpack(rng):
        one = unpacker[0]
        one.decompress(PACKED[:rng.randrange(1, 30)], 50)
        one.unconsumed_tail, one.unused_data, one.eof, one.copy()
        if rng.randrange(3) == 0:
            unpacker[0] = zlib.decompressobj()

    def dump(rng):
        pickler.dump(shared)
        if rng.randrange(3) == 0:
            pickler.clear_memo()
        if rng.randrange(20) == 0:
            pickled.seek(0)
            pickled.truncate()

    def around(rng):
        check(len(pickle.loads(pickle.dumps(shared))) <= 8)

    def text(rng):
        json.loads(encoder.encode(shared))
        shared[rng.randrange(8)] = [rng.randrange(9)]

    def dates(rng):
        a, b = moments[rng.randrange(8)], moments[rng.randrange(8)]
        hash(a), hash(zone), a - b, a < b, a.isoformat(), a.utcoffset()
        moments[rng.randrange(8)] = a.replace(hour=rng.randrange(24))
        check(datetime.datetime.fromisoformat(str(a)) == a)
        a.strftime("%Y"), datetime.datetime.strptime("2024-02-03", "%Y-%m-%d")

    def base_write(rng):
        base.execute("insert into t values (?, ?)", (rng.randrange(9), "x"))
        if rng.randrange(9) == 0:
            base.commit()
        if rng.randrange(40) == 0:
            base.execute("delete from t")

    def base_read(rng):
        cursor.execute("select n, s from t limit 5")
        for n, s in cursor:
            check(type(n) is int and s == "x")
        base.execute("select count(*) from t").fetchone()
        base.total_changes, base.in_transaction

    def base_close(rng):
        if rng.randrange(200) == 0:
            base.close()

    def send(rng):
        ends[rng.randrange(2)].send(b"abc")

    def receive(rng):
        check(set(ends[rng.randrange(2)].recv(16)) <= set(b"abc"))

    def close(rng):
        if rng.randrange(20) == 0:
            old = ends[:]
            ends[:] = socket.socketpair()
            for end in ends + old:
                end.setblocking(False)
            for end in old:
                end.close()
        ends[0].fileno(), ends[1].gettimeout(), repr(ends[0])

    def mapped(rng):
        m = mapping[0]
        at = rng.randrange(20) * 200
        m[at] = 65
        m[at:at + 6] = b"mapped"
        check(set(m[at:at + 6]) <= set(b"\0Amapped") and m.find(b"p", at, at + 6) in (-1, *range(at, at + 6)))
        str(m, "utf-8", "replace"), bytes(m), m[at:at + 20:3], m.rfind(b"A", at), m.move(at, at + 3, 9)
        m.seek(at)
        m.size(), m.tell(), len(m)

    def unmap(rng):
        if rng.randrange(10) == 0:
            old, mapping[0] = mapping[0], mmap.mmap(-1, 4096)
            old.close()
        elif rng.randrange(10) == 0:
            mapping[0].resize(8192)
        else:
            with memoryview(mapping[0]) as view:
                view[4000]

    return [
        array_change, array_change, array_read, array_view, deque_change, deque_change, deque_read, ordered_change, ordered_change, ordered_read,
        rows_write, rows_read, pack, unpack, dump, around, text, dates, base_write, base_read, base_close, send, receive, close, mapped, unmap,
    ]


run(make, (IndexError, KeyError, ValueError, RuntimeError, StopIteration, BufferError, OSError, zlib.error, sqlite3.Error, EOFError, SystemError), batch=100)
