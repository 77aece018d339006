# dbm.gnu and dbm.ndbm: mappings of bytes in files, what they refuse, and how dbm tells the files.
import dbm, dbm.gnu, dbm.ndbm, os, shelve, sys, tempfile, threading

def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)

folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
print(dbm.gnu.open_flags, dbm.ndbm.library, dbm.gnu.error.__mro__[1:3])
for m in dbm.gnu, dbm.ndbm:
    name = "file_" + m.__name__.replace(".", "_")
    print(m.__name__)
    attempt(m.open, name)
    attempt(m.open, name, "q")
    attempt(m.open, name, "rz")
    attempt(m.open, 5)
    attempt(m.open, name + "\0")
    attempt(m.open, name, "c", "x")
    d = m.open(name, "c")
    attempt(type(d))
    d["a"] = "1"
    d[b"b"] = b"\0\xff"
    d["\u00e9"] = "\u00fc" * 50000
    d[b""] = b""
    print(sorted(d.keys()), len(d), d[b"a"], d["b"], len(d["\u00e9"]), d[""], "a" in d, b"z" in d, bool(d))
    print(d.get("z"), d.get("z", 5), d.get("a"), d.setdefault("a", "x"), d.setdefault("new", b"y"), d["new"])
    for f, args in ((d.__getitem__, ("z",)), (d.__getitem__, (1,)), (d.__setitem__, (1, "a")), (d.__setitem__, ("a", 1)), (d.__setitem__, ("a", bytearray(b"a"))),
                    (d.__delitem__, ("z",)), (d.__delitem__, (None,)), (d.__contains__, (1,)), (d.get, ()), (d.setdefault, ("q", 5)), (iter, (d,))):
        attempt(f, *args)
    del d["a"]
    print(len(d), "a" in d)
    if m is dbm.gnu:
        k, n = d.firstkey(), 0
        while k is not None:
            k, n = d.nextkey(k), n + 1
        print(n, d.sync(), d.reorganize(), d.nextkey("nothing"))
    # Threads
    def work(i):
        for j in range(50):
            d[f"{i}:{j}"] = str(i * j)
            if d[f"{i}:{j}"] != str(i * j).encode() or b"b" not in d:
                print("lost")
            d.keys() if j % 25 == 0 else d.get("b")
    threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(len(d), sum(int(d[k]) for k in d.keys() if b":" in k))
    with d as same:
        print(same is d)
    for f in d.keys, d.__len__, lambda: d["a"], lambda: d.get("a"), lambda: "a" in d, lambda: d.__setitem__("a", "b"), d.close, d.clear:
        attempt(f)
    print(sorted(os.listdir()), dbm.whichdb(name))
    with m.open(name) as r:
        attempt(r.__setitem__, "a", "b")
        attempt(r.__delitem__, "b")
        attempt(r.clear)
        print(len(r))
    with m.open(name, "w") as w:
        w.clear()
        print(w.keys(), len(w), bool(w))
    with m.open(name, "n", 0o600) as w:
        print(w.keys())
    with dbm.open(name, "w") as w:
        print(type(w))
    with m.open(os.fsencode(name), "r"):
        pass
    # A file in use at the end of a thread, and closed while others use it.
    d = m.open(name, "w")
    def until_closed():
        try:
            while True:
                d["x"] = "y"
        except m.error as e:
            print(e)
    t = threading.Thread(target=until_closed)
    t.start()
    d.close()
    t.join()
    for f in os.listdir():
        os.remove(f)
with shelve.open("shelf") as s:
    s["list"] = [1, {"a": (2.5, None)}]
    s["text"] = "t"
with shelve.open("shelf") as s:
    print(sorted(s.items()), dbm.whichdb("shelf"))
open("junk", "wb").write(b"junk" * 1000)
attempt(dbm.gnu.open, "junk")
print(repr(dbm.whichdb("junk")), dbm.whichdb("none"))
os.chdir("/")
# expect: rwcnfsum GNU gdbm (<class 'OSError'>, <class 'Exception'>)
# expect: dbm.gnu
# expect: _gdbm error [Errno 2] No such file or directory: 'file_dbm_gnu'
# expect: _gdbm error First flag must be one of 'r', 'w', 'c' or 'n'
# expect: _gdbm error Flag 'z' is not supported.
# expect: builtins TypeError expected str, bytes or os.PathLike object, not int
# expect: builtins ValueError embedded null byte
# expect: builtins TypeError 'str' object cannot be interpreted as an integer
# expect: builtins TypeError cannot create '_gdbm.gdbm' instances
# expect: [b'', b'a', b'b', b'\xc3\xa9'] 4 b'1' b'\x00\xff' 100000 b'' True False True
# expect: None 5 b'1' b'1' b'y' b'y'
# expect: builtins KeyError 'z'
# expect: builtins TypeError a bytes-like object is required, not 'int'
# expect: builtins TypeError gdbm mappings have bytes or string indices only
# expect: builtins TypeError gdbm mappings have bytes or string indices only
# expect: builtins TypeError gdbm mappings have bytes or string indices only
# expect: builtins KeyError 'z'
# expect: builtins TypeError gdbm mappings have bytes or string indices only
# expect: builtins TypeError gdbm key must be bytes or string, not int
# expect: builtins TypeError get expected at least 1 argument, got 0
# expect: builtins TypeError gdbm mappings have bytes or string indices only
# expect: builtins TypeError '_gdbm.gdbm' object is not iterable
# expect: 4 False
# expect: 4 None None None
# expect: 204 7350
# expect: True
# expect: _gdbm error GDBM object has already been closed
# expect: _gdbm error GDBM object has already been closed
# expect: _gdbm error GDBM object has already been closed
# expect: _gdbm error GDBM object has already been closed
# expect: _gdbm error GDBM object has already been closed
# expect: _gdbm error GDBM object has already been closed
# expect: None
# expect: _gdbm error GDBM object has already been closed
# expect: ['file_dbm_gnu'] dbm.gnu
# expect: _gdbm error Reader can't store
# expect: _gdbm error Reader can't delete
# expect: _gdbm error Reader can't delete
# expect: 204
# expect: [] 0 False
# expect: []
# expect: <class '_gdbm.gdbm'>
# expect: GDBM object has already been closed
# expect: dbm.ndbm
# expect: _dbm error [Errno 2] No such file or directory: 'file_dbm_ndbm'
# expect: _dbm error arg 2 to open should be 'r', 'w', 'c', or 'n'
# expect: _dbm error arg 2 to open should be 'r', 'w', 'c', or 'n'
# expect: builtins TypeError expected str, bytes or os.PathLike object, not int
# expect: builtins ValueError embedded null byte
# expect: builtins TypeError 'str' object cannot be interpreted as an integer
# expect: builtins TypeError cannot create '_dbm.dbm' instances
# expect: [b'', b'a', b'b', b'\xc3\xa9'] 4 b'1' b'\x00\xff' 100000 b'' True False True
# expect: None 5 b'1' b'1' b'y' b'y'
# expect: builtins KeyError 'z'
# expect: builtins TypeError a bytes-like object is required, not 'int'
# expect: builtins TypeError dbm mappings have bytes or string keys only
# expect: builtins TypeError dbm mappings have bytes or string elements only
# expect: builtins TypeError dbm mappings have bytes or string elements only
# expect: builtins KeyError 'z'
# expect: builtins TypeError dbm mappings have bytes or string keys only
# expect: builtins TypeError dbm key must be bytes or string, not int
# expect: builtins TypeError get expected at least 1 argument, got 0
# expect: builtins TypeError dbm mappings have bytes or string elements only
# expect: builtins TypeError '_dbm.dbm' object is not iterable
# expect: 4 False
# expect: 204 7350
# expect: True
# expect: _dbm error DBM object has already been closed
# expect: _dbm error DBM object has already been closed
# expect: _dbm error DBM object has already been closed
# expect: _dbm error DBM object has already been closed
# expect: _dbm error DBM object has already been closed
# expect: _dbm error DBM object has already been closed
# expect: None
# expect: _dbm error DBM object has already been closed
# expect: ['file_dbm_ndbm.dir', 'file_dbm_ndbm.pag'] dbm.ndbm
# expect: _dbm error cannot add item to database
# expect: _dbm error cannot delete item from database
# expect: _dbm error cannot delete item from database
# expect: 204
# expect: [] 0 False
# expect: []
# expect: <class '_dbm.dbm'>
# expect: DBM object has already been closed
# expect: [('list', [1, {'a': (2.5, None)}]), ('text', 't')] dbm.gnu
# expect: _gdbm error Bad magic number
# expect: '' None
