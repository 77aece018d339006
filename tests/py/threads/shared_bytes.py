# Bytes that one thread writes through a view while others decode, parse and search them: a decoder that counts first and
# writes then meets other bytes the second time.
import binascii
import codecs
import mmap
import threading
import time

N = 60
store = bytearray("ä\u20ac\U0001f600x".encode() * N)
wide = bytes(store)
narrow = b"a" * len(store)
mapping = mmap.mmap(-1, len(store))
views = [memoryview(store), memoryview(mapping), memoryview(store).toreadonly(), mapping]
end = time.monotonic() + 0.5
failures = []


def change():
    while time.monotonic() < end:
        for content in wide, narrow:
            views[0][:] = content
            views[1][:] = content
            for i in range(0, len(store), 7):
                views[0][i] = 0xF0


def look():
    try:
        while time.monotonic() < end:
            for view in views:
                assert len(str(view, "utf-8", "replace")) <= len(store)
                codecs.utf_8_decode(view, "ignore")
                codecs.utf_16_decode(view, "replace")
                codecs.utf_7_decode(view, "replace")
                codecs.escape_decode(view[:20].tobytes() if view is not mapping else view[:20])
                codecs.decode(view, "gb18030", "replace")
                binascii.b2a_base64(view), binascii.b2a_qp(view), binascii.hexlify(view)
                b"xax".replace(b"a", view), b"".join([view, view]), b"a" in view
                narrow.split(view), narrow.translate(None, view)
                view == views[1]
                try:
                    int(view)
                except ValueError:
                    pass
            store.find(b"a"), store.decode("utf-8", "replace"), store.count(b"xa"), store.reverse()
    except BaseException as error:
        failures.append(error)
        raise


threads = [threading.Thread(target=f) for f in (change, look, look)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(failures)
# expect: []
