# Threads that share arrays, compressors, a CSV reader and writer, and what is being written as JSON.
import array
import bz2
import csv
import io
import json
import lzma
import random
import threading
import zlib

ROUNDS = 300
problems = []
numbers = array.array("i", range(100))
iterators = [iter(numbers)]


def change_array(r):
    k = r.randrange(16)
    try:
        if k == 0: numbers.append(5)
        elif k == 1: numbers.pop()
        elif k == 2: numbers.extend(numbers[:10])
        elif k == 3: del numbers[50:]
        elif k == 4: numbers[r.randrange(50)] = 7
        elif k == 5: del numbers[::3]
        elif k == 6: assert len(numbers.tolist()) >= 0
        elif k == 7: assert (numbers == array.array("i", numbers)) in (True, False)
        elif k == 8: memoryview(numbers).release()
        elif k == 9: numbers.reverse()
        elif k == 10: numbers.insert(3, 4)
        elif k == 11: numbers[10:20] = array.array("i", [1, 2, 3])
        elif k == 12: sum(numbers)
        elif k == 13: numbers.clear(); numbers.extend(range(60))
        elif k == 14: next(iterators[0])
        else: iterators[0] = iter(numbers)
    except (BufferError, IndexError, ValueError, StopIteration):
        pass


data = bytes(range(256)) * 4
packed = [zlib.compress(data), bz2.compress(data), lzma.compress(data, preset=0)]
compressor = zlib.compressobj()
streams = [zlib.decompressobj(), bz2.BZ2Decompressor(), lzma.LZMADecompressor()]


def change_streams(r):
    k = r.randrange(3)
    try:
        if r.randrange(4) == 0:
            streams[k] = [zlib.decompressobj, bz2.BZ2Decompressor, lzma.LZMADecompressor][k]()
        streams[k].decompress(packed[k], 100)
        streams[k].unused_data
        compressor.compress(data)
        compressor.copy()
        assert zlib.decompress(zlib.compress(data)) == data
    except (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError):
        pass


readers = [csv.reader(iter(["a,b,c\n"] * 500))]
written = io.StringIO()
writer = csv.writer(written)


def use_csv(r):
    try:
        assert next(readers[0]) == ["a", "b", "c"]
    except StopIteration:
        readers[0] = csv.reader(iter(["a,b,c\n"] * 500))
    writer.writerow(["x", 1, None, 'q"u'])
    csv.register_dialect("d%d" % r.randrange(5), delimiter="|")


items = list(range(50))
mapping = dict.fromkeys("abcdef", items)
decoder = json.JSONDecoder()


def use_json(r):
    try:
        json.dumps(mapping)
    except RuntimeError:
        pass
    items.append(1)
    del items[40:]
    mapping[r.choice("abcxyz")] = items
    mapping.pop(r.choice("xyz"), None)
    assert decoder.decode('{"k": [1, 2.5, {"k": "v"}]}') == {"k": [1, 2.5, {"k": "v"}]}


def work(f, seed):
    r = random.Random(seed)
    try:
        for _ in range(ROUNDS):
            f(r)
    except BaseException as e:
        problems.append(repr(e))


threads = [threading.Thread(target=work, args=(f, i)) for i, f in enumerate([change_array] * 3 + [change_streams, use_csv, use_json] * 2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(problems, len(numbers) <= len(numbers.tolist()), written.getvalue().count("\n"), csv.reader(["x"]).__next__())
# expect: [] True 600 ['x']
