import os, subprocess, sys, tempfile
environment = {k: v for k, v in os.environ.items() if not k.startswith('PYTHON')}
def run(name, files, command=('main.py',), stdin=''):
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        for path, text in files.items():
            path = os.path.join(folder, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'w') as f: f.write(text)
        r = subprocess.run([sys.executable, *command], cwd=folder, env=environment, input=stdin, capture_output=True, text=True)
    print('==', name, r.returncode)
    print((r.stdout + r.stderr).replace(folder, 'FOLDER').replace(sys.executable, 'EXE').rstrip())
run('lru_ttl_timer', {'main.py': '''import time, functools, collections, contextlib, threading
class LRU(collections.OrderedDict):
    def __init__(self, cap): self.cap = cap; super().__init__()
    def __getitem__(self, k): v = super().__getitem__(k); self.move_to_end(k); return v
    def __setitem__(self, k, v):
        super().__setitem__(k, v); self.move_to_end(k)
        if len(self) > self.cap: old = next(iter(self)); print("evict", old); del self[old]
c = LRU(2); c["a"] = 1; c["b"] = 2; c["a"]; c["c"] = 3; print(c, list(c))
def retry(times=3, exc=(Exception,), delay=0):
    def deco(f):
        @functools.wraps(f)
        def w(*a, **k):
            for i in range(1, times + 1):
                try: return f(*a, **k)
                except exc as e:
                    print(f"attempt {i} failed: {e!r}")
                    if i == times: raise
        return w
    return deco
n = 0
@retry(3, (ValueError,))
def flaky():
    global n; n += 1
    if n < 3: raise ValueError(n)
    return "ok"
print(flaky(), flaky.__name__)
@retry(2)
def never(): raise KeyError("always")
try: never()
except KeyError as e: print("gave up", e)
@contextlib.contextmanager
def timer(name):
    t = time.perf_counter()
    try: yield lambda: time.perf_counter() - t
    finally: print(name, "done")
with timer("block") as el: print(el() >= 0)
class Suppress(contextlib.ContextDecorator):
    def __enter__(self): print("in"); return self
    def __exit__(self, t, v, tb): print("out", t and t.__name__); return t is ValueError
@Suppress()
def f(x):
    if x: raise ValueError
    return "r"
print(f(0), f(1))
with contextlib.ExitStack() as st:
    for i in range(3): st.callback(print, "cb", i)
    st.enter_context(contextlib.suppress(KeyError)); st.push(lambda *a: print("push", a[0]))
    {}["x"]
print("after")
with contextlib.suppress(ZeroDivisionError): 1 / 0
try:
    with contextlib.closing(open("main.py")) as fh: raise RuntimeError("in closing")
except RuntimeError: print(fh.closed)
@contextlib.contextmanager
def bad(): yield 1; yield 2
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def noyield():
    if 0: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
def debounce(wait):
    def d(fn):
        t = None
        def w(*a):
            nonlocal t
            if t: t.cancel()
            t = threading.Timer(wait, fn, a); t.start(); return t
        return w
    return d
out = []
@debounce(0.05)
def save(x): out.append(x)
for i in range(3): last = save(i)
last.join(); print(out)
'''})
run('inventory_csv_sql', {'main.py': r'''import csv, io, sqlite3, collections, statistics, itertools, configparser, argparse, sys
data = """sku,name,qty,price
A1,"Widget, small",10,2.50
B2,Gadget,,9.99
C3,"Quote ""x""",3,100
"""
rows = list(csv.DictReader(io.StringIO(data))); print(rows[0], rows[2]["name"])
db = sqlite3.connect(":memory:"); db.row_factory = sqlite3.Row
db.execute("create table inv (sku text primary key, name text, qty int, price real)")
with db: db.executemany("insert into inv values (:sku, :name, :qty, :price)", [{**r, "qty": int(r["qty"] or 0)} for r in rows])
for r in db.execute("select name, qty * price as total from inv order by total desc"): print(dict(r), r.keys(), r["total"])
try:
    with db: db.execute("insert into inv values ('Z9', 'z', 1, 1)"); db.execute("insert into inv values ('A1', 'dup', 1, 1)")
except sqlite3.IntegrityError as e: print(e)
print(db.execute("select count(*) from inv").fetchone()[0], db.total_changes)
for q in ("selec 1", "select * from nope", "insert into inv values (1)"):
    try: db.execute(q)
    except sqlite3.Error as e: print(type(e).__name__, e)
db.create_function("rev", 1, lambda s: s[::-1]); print(db.execute("select rev(name) from inv where sku = ?", ("B2",)).fetchone()[0])
w = csv.writer(sys.stdout, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC); w.writerow(["a", 1, 2.5, None, 'q"']); w.writerows([[1, 2], ["x y", "a,b"]])
print(statistics.mean([1, 2, 4]), statistics.median([3, 1, 2]), round(statistics.stdev([1, 2, 3, 4]), 4), statistics.mode("aab"), statistics.quantiles([1, 2, 3, 4, 5], n=4))
print(collections.Counter("mississippi").most_common(2), collections.Counter(a=3) - collections.Counter(a=1, b=2), collections.ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
cp = configparser.ConfigParser(); cp.read_string("[DEFAULT]\nhome = /h\n[s]\npath: %(home)s/x\nflag = yes\nn = 5\n"); print(cp["s"]["path"], cp.getboolean("s", "flag"), cp.getint("s", "n"), cp.sections(), cp.get("s", "zz", fallback="fb"))
for f in (lambda: cp["nope"], lambda: cp["s"]["nope"], lambda: cp.getint("s", "path"), lambda: cp.read_string("x = 1"), lambda: cp.read_string("[a]\n[a]\n")):
    try: f()
    except Exception as e: print(type(e).__name__, str(e).split("\n")[0])
ap = argparse.ArgumentParser(prog="inv", description="Inventory tool", epilog="end"); sp = ap.add_subparsers(dest="cmd", required=True, metavar="CMD"); a = sp.add_parser("add", help="add one"); a.add_argument("sku"); a.add_argument("-n", "--num", type=int, default=1, help="how many (default: %(default)s)"); a.add_argument("--kind", choices=["x", "y"]); l = sp.add_parser("list"); l.add_argument("-v", action="count", default=0); ap.add_argument("--version", action="version", version="%(prog)s 1.0")
print(ap.parse_args(["add", "A1", "-n", "3"]), ap.parse_args(["list", "-vv"]))
for argv in (["add"], ["add", "x", "-n", "q"], ["add", "x", "--kind", "z"], [], ["bogus"], ["add", "x", "y"], ["--version"], ["-h"], ["add", "-h"]):
    try: ap.parse_args(argv)
    except SystemExit as e: print("exit", e.code)
'''})

# expect: == lru_ttl_timer 0
# expect: evict b
# expect: LRU({'a': 1, 'c': 3}) ['a', 'c']
# expect: attempt 1 failed: ValueError(1)
# expect: attempt 2 failed: ValueError(2)
# expect: ok flaky
# expect: attempt 1 failed: KeyError('always')
# expect: attempt 2 failed: KeyError('always')
# expect: gave up 'always'
# expect: True
# expect: block done
# expect: in
# expect: out None
# expect: in
# expect: out ValueError
# expect: r None
# expect: push <class 'KeyError'>
# expect: cb 2
# expect: cb 1
# expect: cb 0
# expect: after
# expect: True
# expect: generator didn't stop
# expect: generator didn't yield
# expect: [2]
# expect: == inventory_csv_sql 1
# expect:   File "FOLDER/main.py", line 6
# expect:     """
# expect:     ^
# expect: SyntaxError: unterminated triple-quoted string literal (detected at line 31)
