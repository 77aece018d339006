import mmap, os, tempfile, threading

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
def put(k, v): m[k] = v

m = mmap.mmap(-1, 20)
t(lambda: m)
t(lambda: m.write(b'hello\nworld'))
t(m.tell)
t(lambda: m.seek(0))
t(m.readline)
t(m.read_byte)
t(lambda: m.read(3))
t(lambda: m.read('x'))
t(lambda: (m[0], m[0:5], m[::2]))
t(lambda: m['x'])
t(lambda: m[100])
t(lambda: put(0, 'x'))
t(lambda: put(0, 300))
t(lambda: put(slice(0, 2), b'abc'))
t(lambda: put(slice(0, 4, 2), b'AB'))
t(lambda: m[:6])
t(lambda: (m.find(b'o', 0), m.rfind(b'o', 0), m.find(b'zz')))
t(lambda: m.move(10, 0, 5))
t(lambda: m.move(18, 0, 5))
t(lambda: m.seek(-1))
t(lambda: m.write(b'x' * 30))
t(lambda: m.write_byte(300))
t(lambda: m.flush(1, 100))
v = memoryview(m)
t(m.close)
v.release()
t(m.close)
t(lambda: m.read())
t(lambda: (m, m.closed))
t(lambda: mmap.mmap(-1, -1))
t(lambda: mmap.mmap(-1, 5, access=9))
with tempfile.TemporaryFile() as f:
    t(lambda: mmap.mmap(f.fileno(), 0))
    f.write(b'abc' * 3000); f.flush()
    m = mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ)
    t(lambda: put(0, 1))
    t(lambda: m.resize(5))
    t(lambda: mmap.mmap(f.fileno(), 100000))
    m.close()
    m = mmap.mmap(f.fileno(), 0)
    t(lambda: m.resize(20000))
    t(lambda: (os.fstat(f.fileno()).st_size, len(m), m[-1]))
    m.close()

# Closed under readers: each of them sees bytes or ValueError.
for _ in range(50):
    m = mmap.mmap(-1, 1 << 16)
    seen = []
    def reader():
        try:
            while True: assert m[:4096] == bytes(4096)
        except ValueError as e: seen.append(str(e))
    threads = [threading.Thread(target=reader) for _ in range(3)]
    for x in threads: x.start()
    m.close()
    for x in threads: x.join()
    if seen != ['mmap closed or invalid'] * 3: print(seen)

# expect: <mmap.mmap closed=False, access=ACCESS_DEFAULT, length=20, pos=0, offset=0>
# expect: 11
# expect: 11
# expect: 0
# expect: b'hello\n'
# expect: 119
# expect: b'orl'
# expect: TypeError argument should be integer or None, not 'str'
# expect: (104, b'hello', b'hlowrd\x00\x00\x00\x00')
# expect: TypeError mmap indices must be integers
# expect: IndexError mmap index out of range
# expect: TypeError mmap item value must be an int
# expect: ValueError mmap item value must be in range(0, 256)
# expect: IndexError mmap slice assignment is wrong size
# expect: None
# expect: b'AeBlo\n'
# expect: (4, 7, -1)
# expect: None
# expect: ValueError source, destination, or count out of range
# expect: ValueError seek out of range
# expect: ValueError data out of range
# expect: OverflowError unsigned byte integer is greater than maximum
# expect: ValueError flush values out of range
# expect: BufferError cannot close exported pointers exist
# expect: None
# expect: ValueError mmap closed or invalid
# expect: (<mmap.mmap closed=True>, True)
# expect: OverflowError memory mapped length must be positive
# expect: ValueError mmap invalid access parameter.
# expect: ValueError cannot mmap an empty file
# expect: TypeError mmap can't modify a readonly memory map.
# expect: TypeError mmap can't resize a readonly or copy-on-write memory map.
# expect: ValueError mmap length is greater than file size
# expect: None
# expect: (20000, 20000, 0)
