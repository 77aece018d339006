"""Streams, buffered, text and in memory, read, written, sought, detached and closed by all threads at once; codecs,
hashes, epoll objects, memory views and packed records shared in the same way."""
import codecs
import hashlib
import hmac
import io
import os
import select
import socket
import struct
import tempfile

from torture import check, run

LINE = b"0123456789abcde\n"
TEXT = "zwölf Boxkämpfer\n"
KNOWN = set(LINE) | {0}  # who seeks past the end and writes leaves zeros behind
folder = tempfile.TemporaryDirectory()


def path():
    return os.path.join(folder.name, "file")


with open(path(), "wb") as file:
    file.write(LINE * 2000)


def binary():
    files = [open(path(), "rb"), io.BufferedReader(io.BytesIO(LINE * 500), 64), io.BufferedRandom(io.BytesIO(LINE * 100), 100)]
    sink = io.BufferedWriter(io.BytesIO(), 50)
    pair = io.BufferedRWPair(io.BytesIO(LINE * 20), io.BytesIO())
    memory = io.BytesIO(LINE * 50)
    raw = io.FileIO(path(), "rb")

    def one(rng):
        return files[rng.randrange(3)]

    def lines(rng):
        for line, _ in zip(one(rng), range(10)):
            check(type(line) is bytes)

    def into(rng):
        room = bytearray(40)
        n = one(rng).readinto(room)
        check(set(room[:n]) <= KNOWN)

    def seek(rng):
        one(rng).seek(16 * rng.randrange(10), rng.randrange(3) if rng.random() < 0.1 else 0)

    def view(rng):
        with memory.getbuffer() as window:
            if len(window) > 20:
                bytes(window[3:19])

    def finish(rng):
        what = rng.randrange(60)
        if what < 3:
            files[what].close()
        elif what == 3:
            files[rng.randrange(3)].detach()
        elif what == 4:
            memory.close()
        elif what == 5:
            sink.close()
        elif what == 6:
            raw.close()

    return [
        lines, into, seek, view, finish,
        lambda rng: check(set(one(rng).read(rng.randrange(50))) <= KNOWN),
        lambda rng: check(set(one(rng).read1(rng.randrange(50))) <= KNOWN),
        lambda rng: check(set(one(rng).peek(5)) <= KNOWN),
        lambda rng: one(rng).readline(), lambda rng: one(rng).tell(), lambda rng: repr(one(rng)),
        lambda rng: files[2].write(LINE), lambda rng: files[2].truncate(1600), lambda rng: files[2].flush(),
        lambda rng: sink.write(LINE * rng.randrange(9)), lambda rng: sink.flush(), lambda rng: sink.tell(),
        lambda rng: sink.raw.truncate(0) if rng.random() < 0.1 else sink.seek(0),
        lambda rng: pair.read(5), lambda rng: pair.write(LINE), lambda rng: pair.peek(), lambda rng: pair.flush(),
        lambda rng: memory.read(9), lambda rng: memory.readline(), lambda rng: memory.seek(rng.randrange(900)),
        lambda rng: memory.write(LINE), lambda rng: memory.getvalue(), lambda rng: memory.truncate(rng.randrange(900)),
        lambda rng: memory.readlines(40), lambda rng: memory.__getstate__(), lambda rng: memory.readinto(bytearray(30)),
        lambda rng: memory.__setstate__((LINE * 5, 3, None)),
        lambda rng: raw.read(10), lambda rng: raw.seek(0), lambda rng: raw.tell(), lambda rng: raw.readinto(bytearray(9)),
    ]


def textual():
    below = io.BytesIO((TEXT * 200).encode())
    files = [io.TextIOWrapper(below, "utf-8"), io.TextIOWrapper(io.BytesIO(b"a\r\nb\rc\n" * 200), "latin-1", newline=None), io.StringIO(TEXT * 50)]
    out = io.TextIOWrapper(io.BytesIO(), "utf-16", write_through=True)
    news = io.IncrementalNewlineDecoder(None, True)

    def one(rng):
        return files[rng.randrange(3)]

    def places(rng):
        f = one(rng)
        f.seek(f.tell())

    def finish(rng):
        what = rng.randrange(60)
        if what < 3:
            files[what].close()
        elif what == 3:
            files[rng.randrange(2)].detach()
        elif what == 4:
            out.close()

    return [
        places, finish,
        lambda rng: [line for _, line in zip(range(5), one(rng))],
        lambda rng: one(rng).read(rng.randrange(30)), lambda rng: one(rng).readline(), lambda rng: one(rng).seek(0),
        lambda rng: one(rng).write(TEXT), lambda rng: one(rng).flush(), lambda rng: one(rng).newlines, lambda rng: one(rng).truncate(900),
        lambda rng: rng.random() < 0.1 and one(rng).read(), lambda rng: repr(one(rng)), lambda rng: one(rng).readlines(40),
        lambda rng: files[2].getvalue(), lambda rng: files[2].__getstate__(), lambda rng: files[2].__setstate__((TEXT, "\n", 2, None)),
        lambda rng: files[0].reconfigure(line_buffering=True, errors="replace"), lambda rng: files[0].errors,
        lambda rng: out.write(TEXT * rng.randrange(5)), lambda rng: out.flush(), lambda rng: print("a", 1, file=out),
        lambda rng: out.reconfigure(encoding="utf-8") if rng.random() < 0.1 else out.encoding,
        lambda rng: out.buffer.truncate(0) if rng.random() < 0.1 else out.tell(),
        lambda rng: news.decode("a\r"), lambda rng: news.decode("\nb\n", True), lambda rng: (news.newlines, news.getstate()), lambda rng: news.reset(),
        lambda rng: news.setstate((b"", 1)),
    ]


def coders():
    names = ["utf-8", "utf-16", "shift_jis", "iso2022_jp", "utf-7", "gb18030"]
    decoders = [codecs.getincrementaldecoder(n)("replace") for n in names]
    encoders = [codecs.getincrementalencoder(n)("replace") for n in names]
    hashes = [hashlib.new(n) for n in ("md5", "sha1", "sha256", "sha3_256", "blake2b", "blake2s", "shake_128")]
    mac = hmac.new(b"key", b"", "sha256")
    japanese = "日本語 text".encode("shift_jis") + "日本語".encode("utf-8")

    def hashing(rng):
        h = hashes[rng.randrange(7)]
        h.update(LINE * rng.randrange(200))
        h.copy().digest() if h.name != "shake_128" else h.hexdigest(20)

    return [
        hashing,
        lambda rng: decoders[rng.randrange(6)].decode(japanese[:rng.randrange(12)], rng.random() < 0.3),
        lambda rng: decoders[rng.randrange(6)].getstate(), lambda rng: decoders[rng.randrange(6)].reset(),
        lambda rng: decoders[2].setstate((b"\x93", 0)), lambda rng: encoders[3].setstate(encoders[3].getstate()),
        lambda rng: encoders[rng.randrange(6)].encode("日本語 ä\udc80"[:rng.randrange(7)], rng.random() < 0.3),
        lambda rng: encoders[rng.randrange(6)].reset(),
        lambda rng: mac.update(LINE), lambda rng: mac.hexdigest(), lambda rng: mac.copy(),
        lambda rng: codecs.lookup(names[rng.randrange(6)]).name, lambda rng: codecs.decode(LINE.hex(), "hex"),
    ]


def memories():
    store = bytearray(b"the content of a buffer that all look at")
    views = [memoryview(store), memoryview(store)[4:20], memoryview(store)[::-2], memoryview(store)[:32].cast("I")]
    records = struct.Struct("<hIq")
    packed = records.pack(1, 2, 3) * 40
    unpackers = [records.iter_unpack(packed), struct.iter_unpack("B", packed)]
    poll = select.epoll()
    poller = select.poll()
    ends = socket.socketpair()

    def release(rng):
        n = rng.randrange(4)
        if rng.random() < 0.3:
            views[n].release()
            views[n] = memoryview(store)[n:36]

    def grow(rng):
        store.append(65) if len(store) < 99 else store.__delitem__(slice(40, None))

    def unpack(rng):
        n = rng.randrange(2)
        try:
            check(len(next(unpackers[n])) == (1 if n else 3))
        except StopIteration:
            unpackers[n] = struct.iter_unpack("B", packed) if n else records.iter_unpack(packed)

    def registered(rng):
        fd = ends[rng.randrange(2)].fileno()
        (poll.register, poll.modify)[rng.randrange(2)](fd, select.EPOLLOUT)
        if rng.random() < 0.3:
            poll.unregister(fd)

    def waited(rng):
        for fd, event in poll.poll(0.0001, 4):
            check(event & (select.EPOLLOUT | select.EPOLLHUP))

    def polled(rng):
        fd = ends[rng.randrange(2)].fileno()
        poller.register(fd, select.POLLOUT)
        poller.poll(0)
        if rng.random() < 0.3:
            poller.unregister(fd)

    def finish(rng):
        if rng.random() < 0.02:
            poll.close()
        if rng.random() < 0.02:
            ends[rng.randrange(2)].close()

    return [
        release, grow, unpack, registered, waited, polled, finish,
        lambda rng: views[rng.randrange(4)].tobytes(), lambda rng: views[rng.randrange(4)].tolist(), lambda rng: views[rng.randrange(4)][3],
        lambda rng: views[rng.randrange(4)] == views[rng.randrange(4)], lambda rng: list(views[rng.randrange(4)]),
        lambda rng: views[rng.randrange(4)].__setitem__(rng.randrange(7), 7),
        lambda rng: views[0].__setitem__(slice(3, 7), b"four"), lambda rng: views[1].toreadonly()[2:4].hex(),
        lambda rng: views[rng.randrange(4)].cast("B").nbytes, lambda rng: 7 in views[rng.randrange(4)],
        lambda rng: views[0].__setitem__(slice(0, 8), views[1][:8]), lambda rng: bytes(store).index(b"e"), lambda rng: store.reverse(),
        lambda rng: str(views[0], "latin-1"), lambda rng: store.decode("utf-8", "replace"), lambda rng: str(views[1], "utf-8", "replace"),
        lambda rng: b" ".join([views[0], views[1], store]), lambda rng: b"e f".replace(b"e", views[1]), lambda rng: b"abc".split(views[0]),
        lambda rng: struct.pack_into("<I", store, 4, 77), lambda rng: struct.unpack_from("<I", store, 4),
        lambda rng: hashlib.sha256(views[0]).digest(), lambda rng: store.find(b"of"), lambda rng: store.__contains__(b"con"),
        lambda rng: store.__setitem__(rng.randrange(30), 0xe4), lambda rng: int.from_bytes(views[1], "big"), lambda rng: views[0].count(101),
    ]


kinds = [binary, textual, coders, memories]
turn = iter(range(1 << 60))
run(lambda: kinds[next(turn) % 4](), (ValueError, OSError, TypeError, BufferError, IndexError, AttributeError, RuntimeError, struct.error, KeyError), batch=200)
