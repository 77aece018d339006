# A stream in memory is read by one thread while another sets its state: a position far behind the content is never read at.
import io
import threading
import time

end = time.monotonic() + 0.4


def set_state(stream, state):
    while time.monotonic() < end:
        for _ in range(100):
            stream.__setstate__(state)
            stream.__setstate__(state[:-2] + (0, None))
            stream.__getstate__()


def read(stream, allowed):
    while time.monotonic() < end:
        for _ in range(100):
            found = stream.read()
            assert set(found) <= allowed
            found = stream.readline()
            assert set(found) <= allowed


for stream, state in (io.BytesIO(), (b"xy\n" * 100, 1 << 40, None)), (io.StringIO(), ("xy\n" * 100, "\n", 1 << 40, None)):
    end = time.monotonic() + 0.3
    allowed = set(state[0])
    threads = [threading.Thread(target=set_state, args=(stream, state)), threading.Thread(target=read, args=(stream, allowed))]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(type(stream).__name__)
# expect: BytesIO
# expect: StringIO
