import hashlib, os, tempfile, pathlib
from concurrent.futures import ThreadPoolExecutor, as_completed
d = pathlib.Path(tempfile.mkdtemp())
for i in range(12): (d / f"sub{i % 3}").mkdir(exist_ok=True); (d / f"sub{i % 3}" / f"f{i}.bin").write_bytes(bytes([i]) * (i * 1000))
def h(p):
    m = hashlib.sha256()
    with open(p, "rb") as f:
        for chunk in iter(lambda: f.read(4096), b""): m.update(chunk)
    return p.relative_to(d).as_posix(), m.hexdigest()[:8], p.stat().st_size
with ThreadPoolExecutor(4) as ex:
    for r in sorted(f.result() for f in as_completed([ex.submit(h, p) for p in d.rglob("*.bin")])): print(*r)
    total = sum(ex.map(lambda p: p.stat().st_size, d.rglob("*.bin"))); print(total)
import shutil; shutil.rmtree(d); print(d.exists())
print(hashlib.md5(b"a").hexdigest(), hashlib.new("sha1", b"x").name, hashlib.blake2b(b"k", digest_size=4, key=b"q").hexdigest(), sorted(hashlib.algorithms_guaranteed)[:3], hashlib.sha3_256().block_size, hashlib.shake_128(b"").hexdigest(4))
try: hashlib.new("nope")
except ValueError as e: print(e)
try: hashlib.md5("str")
except TypeError as e: print(e)

# expect: sub0/f0.bin e3b0c442 0
# expect: sub0/f3.bin 6a6100f8 3000
# expect: sub0/f6.bin fb2c86a3 6000
# expect: sub0/f9.bin 10d340aa 9000
# expect: sub1/f1.bin 353c3835 1000
# expect: sub1/f10.bin 04aa5c77 10000
# expect: sub1/f4.bin f88c841c 4000
# expect: sub1/f7.bin c93d930e 7000
# expect: sub2/f11.bin b650b211 11000
# expect: sub2/f2.bin 0c70022f 2000
# expect: sub2/f5.bin 31469655 5000
# expect: sub2/f8.bin 7e161e60 8000
# expect: 66000
# expect: False
# expect: 0cc175b9c0f1b6a831c399e269772661 sha1 b43c96c1 ['blake2b', 'blake2s', 'md5'] 136 7f9c2ba4
# expect: unsupported hash type nope
# expect: Strings must be encoded before hashing
