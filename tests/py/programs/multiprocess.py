import multiprocessing as mp, os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import shared_memory

def square(x): return x * x
def put(q, n):
    for i in range(n): q.put((os.getpid() != PARENT, i))
def fill(name):
    m = shared_memory.SharedMemory(name=name); m.buf[:5] = b'child'; m.close()
def add(lock, name, n):
    m = shared_memory.SharedMemory(name=name)
    for _ in range(n):
        with lock: m.buf[0] += 1
    m.close()

PARENT = os.getpid()
if __name__ == '__main__':
    ctx = mp.get_context('fork')
    with ctx.Pool(2) as pool: print(pool.map(square, range(10)))
    q = ctx.Queue(); p = ctx.Process(target=put, args=(q, 3)); p.start()
    print([q.get() for _ in range(3)]); p.join(); print(p.exitcode)
    a, b = ctx.Pipe(); a.send({'x': [1, 2]}); print(b.recv())
    m = shared_memory.SharedMemory(create=True, size=64)
    p = ctx.Process(target=fill, args=(m.name,)); p.start(); p.join(); print(bytes(m.buf[:5])); m.close(); m.unlink()
    m = shared_memory.SharedMemory(create=True, size=64); lock = ctx.Lock()
    ps = [ctx.Process(target=add, args=(lock, m.name, 50)) for _ in range(3)]
    for p in ps: p.start()
    for p in ps: p.join()
    print(m.buf[0]); m.close(); m.unlink()
    with ProcessPoolExecutor(2, mp_context=ctx) as e: print(sum(e.map(square, range(5))))
    spawn = mp.get_context('spawn')
    with spawn.Pool(1) as pool: print(pool.apply(square, (7,)))

# expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
# expect: [(True, 0), (True, 1), (True, 2)]
# expect: 0
# expect: {'x': [1, 2]}
# expect: b'child'
# expect: 150
# expect: 30
# expect: 49
