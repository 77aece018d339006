"""Single operations beside another Python: bench/ops.py [-n RUNS] [-p PYTHON] [-s SKEIN] [-m MILLISECONDS] [PATTERN...]

Each row of the tables below is an operation: its name, the statement, and what is done once before it, on one or more lines.
One process a side does them all; the two take turns operation by operation, so that a busy spell of the machine hits both.
The best of RUNS counts, in nanoseconds of processor time an operation, loop included. Printed in the order of the ratio,
the slowest beside the other Python first, with the geometric mean at the end.
The other Python is /usr/bin/python3.11 where it is there, then python3.11 of the path, then python3.
"""
import os
import shutil
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))

TEXT = r"""
words = "the quick brown fox jumps over the lazy dog".split()
short = "hello, world"
line = "alpha=1;beta=22;gamma=333;delta=4444"
long = "lorem ipsum dolor sit amet " * 400
wide = "größer als ȧlles čo ďalej €uro " * 40
"""

BYTES = r"""
small = b"hello, world"
big = b"lorem ipsum dolor sit amet " * 400
array = bytearray(big)
view = memoryview(big)
"""

CONTAINERS = r"""
ten = list(range(10)); thousand = list(range(1000)); t = tuple(ten); tt = tuple(thousand)
names = ["n%d" % i for i in range(100)]
d = {n: i for i, n in enumerate(names)}; di = {i: i for i in range(1000)}
s = set(thousand); s2 = set(range(500, 1500)); fs = frozenset(ten); strs = set(names)
import random
shuffled = thousand[:]; random.Random(1).shuffle(shuffled)
words = ["w%d" % i for i in shuffled]
floats = [i * 0.5 for i in shuffled]
pairs = [(i % 10, i) for i in shuffled]
a = 3
"""

CLASSES = r"""
class C:
    k = 5
    def __init__(self, x=1): self.x = x
    def m(self): return 1
    def m2(self, a, b=2): return a
    @classmethod
    def cm(cls): return 1
    @staticmethod
    def sm(): return 1
    @property
    def p(self): return 1
    def __call__(self): return 1
    def __getitem__(self, i): return i
    def __len__(self): return 3
    def __eq__(self, o): return True
    def __hash__(self): return 1
    def __add__(self, o): return 1
    def __lt__(self, o): return True
    def __contains__(self, o): return True
    def __enter__(self): return self
    def __exit__(self, *a): return None
    def __iter__(self): return iter(())
    def __bool__(self): return True
class D(C):
    def __init__(self): super().__init__(2)
    def m(self): return super().m()
class S:
    __slots__ = ("x", "y")
    def __init__(self): self.x = 1; self.y = 2
class G:
    def __getattr__(self, n): return 1
class E: pass
import dataclasses, collections, enum, abc, typing
@dataclasses.dataclass
class P:
    x: int
    y: int = 2
    z: list = dataclasses.field(default_factory=list)
@dataclasses.dataclass(frozen=True, order=True)
class Q:
    x: int
    y: int
N = collections.namedtuple("N", "a b c")
class Colour(enum.Enum):
    RED = 1
    GREEN = 2
class Flag(enum.Flag):
    A = 1
    B = 2
class Abstract(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
class Real(Abstract):
    def f(self): return 1
c = C(); dd = D(); s = S(); g = G(); p = P(1); q = Q(1, 2); q2 = Q(1, 3); n = N(1, 2, 3); e = E(); bound = c.m; real = Real()
def f0(): return 1
def f3(a, b, c): return a
def fd(a, b=2, c=3): return a
def fk(a, *, k=1): return a
def fv(*args): return args
def fkw(**kw): return kw
def fall(a, *args, k=1, **kw): return a
def outer():
    x = 1
    def inner(): return x
    return inner
inner = outer()
lam = lambda x: x
args = (1, 2, 3); kw = {"a": 1, "b": 2, "c": 3}
"""

FLOW = r"""
class C:
    def __enter__(self): return self
    def __exit__(self, *a): return True
class Error(Exception): pass
def thrower(): raise ValueError("no")
def deep(n):
    if n: deep(n - 1)
    else: raise KeyError(n)
def gen(n):
    for i in range(n): yield i
def sub(n): yield from gen(n)
import contextlib
@contextlib.contextmanager
def manager(): yield 1
import threading
lock = threading.Lock(); rlock = threading.RLock()
x = 5; lst = [1, 2, 3]; d = {"a": 1, "b": [1, 2]}; t3 = (1, 2, 3); ten = list(range(10))
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
pt = Point(1, 2)
async def co(): return 1
def drive(c):
    try: c.send(None)
    except StopIteration as e: return e.value
gg = gen(10**9)
"""

NUMBERS = r"""
import math, random, decimal, fractions, statistics, cmath
i = 12345; j = 77; big = 3**200; big2 = 7**150; huge = 3**5000; huge2 = 7**4000; x = 2.5; y = 1.25; z = 1+2j
rnd = random.Random(1)
thousand = list(range(1000)); floats = [v * 0.37 for v in thousand]
D = decimal.Decimal; F = fractions.Fraction; f1 = F(1, 3); f2 = F(2, 7)
digits = "1234567890" * 20
"""

ITER = r"""
import itertools, functools, operator, collections, heapq, bisect
thousand = list(range(1000)); hundred = list(range(100)); pairs = [(i, str(i)) for i in hundred]
def add(a, b): return a + b
def one(a): return a
def gen(n):
    for i in range(n): yield i
part = functools.partial(add, 1); part_kw = functools.partial(add, b=1)
@functools.lru_cache(maxsize=None)
def cached(n): return n
@functools.lru_cache(maxsize=128)
def cached128(n): return n
class CP:
    @functools.cached_property
    def v(self): return 1
cp = CP()
@functools.singledispatch
def sd(a): return a
sd.register(int)(lambda a: a)
getter = operator.itemgetter(1); agetter = operator.attrgetter("v"); mc = operator.methodcaller("upper")
dq = collections.deque(hundred); cnt = collections.Counter("abracadabra"); text = "abracadabra" * 20
dd = collections.defaultdict(list); od = collections.OrderedDict(pairs); N = collections.namedtuple("N", "a b")
cm = collections.ChainMap({"a": 1}, {"b": 2})
heap = list(range(100))
records = [{"k": i % 7, "v": i} for i in hundred]
"""

LIBRARY = r"""
import re, json, struct, io, copy, pickle, datetime, hashlib, csv, base64, string, textwrap, os, queue, threading
import urllib.parse, tempfile, logging, zlib, uuid, operator, binascii, sys, time, array, collections, shlex, html, difflib, fnmatch
import configparser, argparse, types, inspect, weakref, contextvars, enum, glob, pathlib, warnings, traceback, calendar, ast, tokenize
import concurrent.futures, asyncio, sqlite3, decimal, itertools
pat = re.compile(r"(\w+)=(\d+)"); word = re.compile(r"\b[a-z]+\b"); email = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
line = "alpha=1;beta=22;gamma=333;delta=4444"; prose = "the quick brown fox jumps over the lazy dog " * 20
mails = prose + "someone@example.org " + prose
obj = {"name": "x" * 20, "list": list(range(20)), "nested": {"a": 1.5, "b": None, "c": [True, False]}, "s": ["a", "b", "c"]}
objs = [dict(obj, id=i) for i in range(50)]
text = json.dumps(obj); texts = json.dumps(objs); dumped = pickle.dumps(objs); pretty = json.dumps(obj, indent=2)
class Pt:
    def __init__(self): self.x = 1; self.y = [1, 2]
pts = [Pt() for _ in range(20)]; dumped_pts = None
st = struct.Struct("<IHBd"); packed = st.pack(1, 2, 3, 4.0)
dt = datetime.datetime(2024, 5, 6, 7, 8, 9); dt2 = datetime.datetime(2023, 5, 6); day = datetime.date(2024, 5, 6); iso = dt.isoformat()
delta = datetime.timedelta(days=1, seconds=5)
csv_text = "a,b,c,d\r\n" + "1,hello,\"x, y\",4.5\r\n" * 50
rows = [["1", "hello", "x, y", 4.5]] * 50
raw = bytes(range(256)) * 40; b64 = base64.b64encode(raw); hexed = raw.hex()
tpl = string.Template("hello $name, you are $age")
fd, path = tempfile.mkstemp(); os.close(fd)
with open(path, "w") as f: f.write(prose_lines := "some line of text number %d\n" * 500 % tuple(range(500)))
null = open(os.devnull, "w"); nullb = open(os.devnull, "wb")
q = queue.Queue(); sq = queue.SimpleQueue(); lk = threading.Lock()
pool = concurrent.futures.ThreadPoolExecutor(1)
logger = logging.getLogger("t"); logger.propagate = False; logger.setLevel(logging.INFO)
logger.addHandler(logging.StreamHandler(null)); logging_off = logging.getLogger("off"); logging_off.setLevel(logging.ERROR)
cv = contextvars.ContextVar("cv"); cv.set(1)
db = sqlite3.connect(":memory:"); db.execute("create table t (a, b)"); db.executemany("insert into t values (?, ?)", [(i, str(i)) for i in range(200)])
arr = array.array("i", range(1000))
class W: pass
wobj = W(); wref = weakref.ref(wobj); wd = weakref.WeakValueDictionary(); wd["a"] = wobj
pp = pathlib.PurePosixPath("/a/b/c.txt")
def sig(a, b=1, *args, k=2): pass
source = "def f(a, b):\n    return a + b * 2\n\nfor i in range(10):\n    print(f(i, 2))\n" * 5
async def nothing(): pass
async def tasks():
    for _ in range(20): await asyncio.sleep(0)
"""

OPERATIONS = [
    (TEXT, [
        ("str.concat", "short + line"), ("str.iadd", "r = ''\nfor w in words: r += w"), ("str.repeat", "short * 5"),
        ("str.index", "short[3]"), ("str.slice", "short[2:7]"), ("str.slice long", "long[100:5000]"), ("str.reverse", "short[::-1]"),
        ("str.len", "len(short)"), ("str.eq", "short == line"), ("str.lt", "short < line"), ("str.eq long", "long == long2", "long2 = long[:-1] + ' '"),
        ("str.hash new", "hash(short + 'x')"), ("str.in", "'wor' in short"), ("str.in long", "'zebra' in long"), ("str.in char", "'z' in long"),
        ("str.find", "short.find('wor')"), ("str.find long", "long.find('sit amex')"), ("str.rfind", "long.rfind('lorem')"), ("str.rfind miss", "long.rfind('zz')"),
        ("str.index()", "line.index(';')"), ("str.count", "long.count('o')"), ("str.count word", "long.count('dolor')"),
        ("str.replace", "short.replace('l', 'L')"), ("str.replace long", "long.replace('dolor', 'colour')"), ("str.replace char", "long.replace('o', '0')"),
        ("str.replace none", "short.replace('zz', 'y')"), ("str.split", "short.split()"), ("str.split sep", "line.split(';')"), ("str.split long", "long.split()"),
        ("str.split long sep", "long.split(' ')"), ("str.split max", "line.split('=', 1)"), ("str.rsplit", "line.rsplit(';', 1)"), ("str.splitlines", "text.splitlines()", "text = 'one line of text\\n' * 50"),
        ("str.partition", "line.partition('=')"), ("str.rpartition", "line.rpartition('=')"), ("str.join", "' '.join(words)"), ("str.join long", "','.join(many)", "many = long.split()"),
        ("str.join gen", "','.join(w for w in words)"), ("str.upper", "short.upper()"), ("str.lower", "short.lower()"), ("str.lower long", "long.lower()"), ("str.title", "short.title()"),
        ("str.capitalize", "short.capitalize()"), ("str.swapcase", "short.swapcase()"), ("str.casefold", "short.casefold()"), ("str.upper wide", "wide.upper()"), ("str.strip", "p.strip()", "p = '  padded  '"),
        ("str.strip chars", "p.strip('-=')", "p = '--=padded=--'"), ("str.lstrip none", "short.lstrip()"), ("str.startswith", "short.startswith('hell')"), ("str.endswith", "short.endswith('rld')"),
        ("str.startswith tuple", "short.startswith(('a', 'h'))"), ("str.isdigit", "'12345'.isdigit()"), ("str.isalpha", "short.isalpha()"), ("str.isspace", "'   '.isspace()"), ("str.isidentifier", "'name_1'.isidentifier()"), ("str.isalnum long", "a.isalnum()", "a = 'abc1' * 200"),
        ("str.zfill", "'42'.zfill(8)"), ("str.center", "short.center(40)"), ("str.ljust", "short.ljust(40, '.')"), ("str.expandtabs", "'a\\tb\\tc'.expandtabs()"),
        ("str.translate", "long.translate(tab)", "tab = str.maketrans('abc', 'xyz')"), ("str.translate del", "short.translate(tab)", "tab = str.maketrans('', '', 'lo')"), ("str.maketrans", "str.maketrans('abc', 'xyz')"),
        ("str.encode", "short.encode()"), ("str.encode long", "long.encode('utf-8')"), ("str.encode wide", "wide.encode()"), ("str.encode latin", "short.encode('latin-1')"), ("str.encode ascii", "short.encode('ascii')"),
        ("str.iterate", "for ch in long: pass"), ("str.iterate wide", "for ch in wide: pass"), ("str.list", "list(short)"), ("str.sorted", "sorted(short)"), ("str.set", "set(long)"), ("str.reversed", "''.join(reversed(short))"),
        ("str.ord", "ord(short[2])"), ("str.chr", "chr(65)"), ("str.chr wide", "chr(8364)"), ("str.repr", "repr(short)"), ("str.repr long", "repr(long)"), ("str.ascii", "ascii(wide)"),
        ("str.int", "int('12345')"), ("str.int hex", "int('ff', 16)"), ("str.float", "float('3.14159')"), ("str(int)", "str(12345)"), ("str(float)", "str(x)", "x = 3.14159"), ("repr(float) 17", "repr(x)", "x = 0.1 + 0.2"), ("str(str)", "str(short)"),
        ("str(list)", "str(t)", "t = list(range(10))"), ("str(dict)", "str(t)", "t = {'a': 1, 'b': 'two'}"), ("str(tuple)", "str(t)", "t = (1, 2.5, 'x')"), ("str(None)", "str(None)"),
        ("% s", "'%s' % short"), ("% s d", "'%s-%d' % (short, 5)"), ("% f", "'%.2f' % 3.14159"), ("% x", "'%08x' % 48879"), ("% dict", "'%(a)s %(b)d' % t", "t = {'a': 'x', 'b': 3}"), ("% r", "'%r' % (short,)"),
        ("f str", "f'{short}'"), ("f two", "f'{short} and {line}'"), ("f int", "f'{n}'", "n = 42"), ("f mixed", "f'{n}: {short} ({x})'", "n = 42; x = 2.5"), ("f spec", "f'{n:5d}|{x:.2f}'", "n = 42; x = 2.5"), ("f !r", "f'{short!r}'"), ("f pad", "f'{short:>20}'"), ("f comma", "f'{n:,}'", "n = 1234567"), ("f pct", "f'{x:.1%}'", "x = 0.256"), ("f hex", "f'{n:#06x}'", "n = 255"),
        ("format()", "'{} {}'.format(short, 5)"), ("format() named", "'{a} {b}'.format(a=1, b=2)"), ("format() spec", "'{:>10}|{:<5}'.format(short, 5)"), ("format() attr", "'{0.real} {0.imag}'.format(5)"), ("format fn", "format(3.14159, '.3f')"), ("format_map", "'{a}'.format_map(t)", "t = {'a': 1}"),
        ("str.removeprefix", "short.removeprefix('hello')"), ("str.cmp key", "max(words)"), ("str.build list", "r = []\nfor w in words: r.append(w)\n''.join(r)"), ("str.word count", "c = {}\nfor w in long.split(): c[w] = c.get(w, 0) + 1"), ("str.caesar", "''.join([chr((ord(ch) - 97 + 3) % 26 + 97) if 'a' <= ch <= 'z' else ch for ch in short])"), ("str.wide concat", "wide + short"), ("str.wide find", "wide.find('€')"), ("str.wide replace", "wide.replace('ň', 'n')"), ("str.wide slice", "wide[10:100]"), ("str.wide split", "wide.split()"), ("str.wide index", "wide[77]"), ("str.textwrap", "textwrap.fill(long[:600])", "import textwrap"), ("str.dict key", "t[short + '']", "t = {short: 1}"), ("str.intern", "sys.intern(short)", "import sys"),
    ]),
    (BYTES, [
        ("bytes.concat", "small + small"), ("bytes.index", "small[3]"), ("bytes.slice", "small[2:6]"), ("bytes.find", "big.find(b'zebra')"), ("bytes.split", "big.split()"), ("bytes.join", "b','.join(p)", "p = [b'a', b'bc', b'def'] * 5"), ("bytes.replace", "big.replace(b'dolor', b'x')"), ("bytes.decode", "small.decode()"), ("bytes.decode long", "big.decode('utf-8')"), ("bytes.decode ascii", "small.decode('ascii')"), ("bytes.decode latin", "big.decode('latin-1')"), ("bytes.decode wide", "w.decode()", "w = ('größer als ȧlles ' * 40).encode()"),
        ("bytes.iterate", "for v in big: pass"), ("bytes.sum", "sum(big)"), ("bytes.hex", "small.hex()"), ("bytes.fromhex", "bytes.fromhex('deadbeef')"), ("bytes(list)", "bytes(t)", "t = [1, 2, 3, 4, 5]"), ("bytes(n)", "bytes(100)"), ("bytes.eq", "small == b'hello, worle'"), ("bytes.startswith", "small.startswith(b'hell')"), ("bytes.upper", "big.upper()"), ("bytes.translate", "big.translate(tab)", "tab = bytes(range(256))"), ("bytes.count", "big.count(b'o')"), ("bytes.in", "b'wor' in small"), ("bytes.strip", "b'  x  '.strip()"), ("bytes.percent", "b'%d %s' % (5, small)"), ("bytes.hash", "hash(small + small)"), ("bytes.repr", "repr(small)"),
        ("bytearray()", "bytearray(small)"), ("bytearray.append", "r = bytearray()\nfor v in small: r.append(v)"), ("bytearray.extend", "r = bytearray()\nr.extend(small)"), ("bytearray.iadd", "r = bytearray()\nr += small"), ("bytearray.setitem", "array[5] = 65"), ("bytearray.getitem", "array[5]"), ("bytearray.slice", "array[5:50]"), ("bytearray.find", "array.find(b'zebra')"), ("memoryview()", "memoryview(small)"), ("memoryview.index", "view[5]"), ("memoryview.slice", "view[5:50]"), ("memoryview.bytes", "bytes(view[5:50])"), ("int.from_bytes", "int.from_bytes(small, 'big')"), ("int.to_bytes", "(123456).to_bytes(8, 'little')"), ("bytes.xor", "bytes([v ^ 5 for v in small])"),
    ]),
    (CONTAINERS, [
        ("list.literal", "[1, 2, 3]"), ("list.literal vars", "[a, a, a, a, a]"), ("list()", "list()"), ("list(range)", "list(range(100))"), ("list(tuple)", "list(t)"), ("list(list)", "list(thousand)"), ("list.index", "ten[3]"), ("list.index neg", "ten[-1]"), ("list.store", "ten[3] = 3"), ("list.slice", "ten[2:5]"), ("list.slice copy", "thousand[:]"), ("list.slice step", "thousand[::2]"), ("list.slice store", "x[2:5] = [1, 2, 3]", "x = ten[:]"), ("list.slice del", "x = ten[:]\ndel x[2:5]"), ("list.append", "x = []\nfor i in ten: x.append(i)"), ("list.pop", "x = ten[:]\nwhile x: x.pop()"), ("list.pop0", "x = ten[:]\nwhile x: x.pop(0)"), ("list.insert", "x = []\nfor i in ten: x.insert(0, i)"), ("list.extend", "x = []\nx.extend(ten)"), ("list.iadd", "x = []\nx += ten"), ("list.concat", "ten + ten"), ("list.repeat", "[0] * 100"), ("list.in", "7 in ten"), ("list.in miss", "-1 in thousand"), ("list.index()", "thousand.index(500)"), ("list.count", "thousand.count(5)"), ("list.remove", "x = ten[:]\nx.remove(5)"), ("list.reverse", "ten.reverse()"), ("list.reversed", "for i in reversed(thousand): pass"), ("list.copy", "ten.copy()"), ("list.clear", "x = [1]\nx.clear()"), ("list.eq", "ten == u", "u = list(ten)"), ("list.lt", "ten < u", "u = list(ten)"), ("list.iterate", "for i in thousand: pass"), ("list.unpack", "i, j, k = [1, 2, a]"), ("list.len", "len(ten)"), ("list.truth", "if ten: pass"), ("list.nested", "m[1][2]", "m = [[1, 2, 3]] * 3"),
        ("list.comp", "[i for i in ten]"), ("list.comp long", "[i * 2 for i in thousand]"), ("list.comp if", "[i for i in thousand if i & 1]"), ("list.comp nested", "[i * j for i in ten for j in ten]"), ("set.comp", "{i for i in ten}"), ("dict.comp", "{i: i for i in ten}"), ("gen.sum", "sum(i for i in ten)"), ("gen.any", "any(i > 8 for i in ten)"), ("list.flatten", "[v for row in m for v in row]", "m = [ten] * 10"),
        ("sort ints", "x = shuffled[:]\nx.sort()"), ("sort sorted", "sorted(thousand)"), ("sort strs", "sorted(words)"), ("sort floats", "sorted(floats)"), ("sort tuples", "sorted(pairs)"), ("sort key lambda", "sorted(shuffled, key=lambda v: -v)"), ("sort key len", "sorted(words, key=len)"), ("sort key itemgetter", "sorted(pairs, key=ig)", "import operator; ig = operator.itemgetter(1)"), ("sort reverse", "sorted(shuffled, reverse=True)"), ("sort small", "sorted(u)", "u = [3, 1, 2]"), ("min list", "min(thousand)"), ("max key", "max(pairs, key=lambda p: p[1])"), ("min two", "min(a, 5)"), ("sum ints", "sum(thousand)"), ("sum floats", "sum(floats)"), ("any", "any(z)", "z = [0] * 100"), ("all", "all(thousand[1:50])"),
        ("tuple.literal", "(a, a, a)"), ("tuple(list)", "tuple(ten)"), ("tuple(gen)", "tuple(i for i in ten)"), ("tuple.index", "t[3]"), ("tuple.slice", "t[2:5]"), ("tuple.concat", "t + t"), ("tuple.eq", "t == u", "u = tuple(ten)"), ("tuple.hash", "hash(t)"), ("tuple.unpack", "i, j, k = t3", "t3 = (1, 2, 3)"), ("tuple.star", "i, *j = t"), ("tuple.swap", "i, j = j, i", "i = 1; j = 2"), ("tuple.in", "7 in t"), ("tuple.iterate", "for i in tt: pass"), ("tuple.star literal", "(*t, 1)"), ("list.star literal", "[*ten, *ten]"),
        ("dict.literal", "{'a': 1, 'b': 2}"), ("dict()", "dict()"), ("dict(kw)", "dict(a=1, b=2)"), ("dict(pairs)", "dict(pairs[:20])"), ("dict(dict)", "dict(d)"), ("dict.zip", "dict(zip(names, thousand))"), ("dict.get item", "d['n50']"), ("dict.get int", "di[500]"), ("dict.get()", "d.get('n50')"), ("dict.get() miss", "d.get('zz', 0)"), ("dict.set", "d['n50'] = 50"), ("dict.set new", "x = {}\nfor i in ten: x[i] = i"), ("dict.set strs", "x = {}\nfor n in names: x[n] = 1"), ("dict.del", "x['a'] = 1\ndel x['a']", "x = {}"), ("dict.in", "'n50' in d"), ("dict.in miss", "'zz' in d"), ("dict.iterate", "for k in d: pass"), ("dict.items", "for k, v in d.items(): pass"), ("dict.values", "for v in d.values(): pass"), ("dict.keys list", "list(d.keys())"), ("dict.items list", "list(d.items())"), ("dict.copy", "d.copy()"), ("dict.update", "x = {}\nx.update(d)"), ("dict.merge |", "d | {'z': 1}"), ("dict.star", "{**d, 'z': 1}"), ("dict.pop", "x['a'] = 1\nx.pop('a')", "x = {}"), ("dict.setdefault", "d.setdefault('n5', 0)"), ("dict.fromkeys", "dict.fromkeys(names)"), ("dict.eq", "d == e", "e = dict(d)"), ("dict.popitem", "x['a'] = 1\nx.popitem()", "x = {}"), ("dict.tuple key", "x[(1, 2)]", "x = {(1, 2): 1}"), ("dict.count", "for w in words: x[w] = x.get(w, 0) + 1", "x = {}"), ("dict.invert", "{v: k for k, v in d.items()}"), ("dict.keys &", "d.keys() & e", "e = {'n1': 1, 'n2': 2}"), ("dict.len", "len(d)"), ("dict.sort items", "sorted(d.items(), key=lambda kv: kv[1])"), ("dict.float key", "x[1.5]", "x = {1.5: 1}"), ("dict.reversed", "for k in reversed(d): pass"), ("dict.clear", "x = {1: 1}\nx.clear()"), ("dict.missing", "try: d['zz']\nexcept KeyError: pass"),
        ("set.literal", "{1, 2, 3}"), ("set(list)", "set(thousand)"), ("set(strs)", "set(names)"), ("set.add", "x = set()\nfor i in ten: x.add(i)"), ("set.in", "500 in s"), ("set.in str", "'n5' in strs"), ("set.and", "s & s2"), ("set.or", "s | s2"), ("set.sub", "s - s2"), ("set.xor", "s ^ s2"), ("set.le", "s <= s2"), ("set.eq", "s == s3", "s3 = set(s)"), ("set.iterate", "for i in s: pass"), ("set.copy", "s.copy()"), ("set.update", "x = set()\nx.update(thousand)"), ("set.discard", "s.discard(-1)"), ("set.remove", "x.add(1)\nx.remove(1)", "x = set()"), ("set.pop", "x.add(1)\nx.pop()", "x = set()"), ("frozenset()", "frozenset(ten)"), ("frozenset.hash", "hash(frozenset(ten))"), ("frozenset.in", "5 in fs"), ("set.isdisjoint", "s.isdisjoint(e)", "e = [2000, 3000]"), ("set.union many", "s.union(ten, t, [5000])"), ("set.len", "len(s)"),
        ("range.iterate", "for i in range(1000): pass"), ("range.in", "500 in r", "r = range(0, 1000, 2)"), ("range.index", "r[5]", "r = range(1000)"), ("range()", "range(10)"), ("range.step", "for i in range(1000, 0, -3): pass"), ("while", "i = 0\nwhile i < 1000: i += 1"), ("enumerate", "for i, v in enumerate(thousand): pass"), ("zip", "for i, v in zip(thousand, floats): pass"), ("map", "list(map(str, thousand))"), ("map lambda", "list(map(lambda v: v, thousand))"), ("filter", "list(filter(None, thousand))"), ("filter lambda", "list(filter(lambda v: v & 1, thousand))"), ("zip star", "list(zip(*pairs))"), ("iter next", "next(it)", "import itertools; it = itertools.repeat(1)"), ("iter sentinel", "for x in iter(f, None): pass", "f = ten.copy().__iter__; f = [None].copy; f = lambda: None"), ("nested loops", "for i in range(30):\n    for j in range(30): pass"), ("matrix", "[[sum(p * q for p, q in zip(r, c)) for c in zip(*m)] for r in m]", "m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]"), ("list 2d", "for r in m:\n    for i in range(10): r[i] = r[i] + 1", "m = [ten[:] for _ in range(5)]"), ("slice()", "slice(1, 2)"), ("list.sieve", "x = [True] * 500\nfor i in range(2, 23):\n    if x[i]: x[i*i::i] = [False] * len(x[i*i::i])"),
    ]),
    (CLASSES, [
        ("call f0", "f0()"), ("call f3", "f3(1, 2, 3)"), ("call default", "fd(1)"), ("call keyword", "fd(1, c=2)"), ("call kwonly", "fk(1, k=2)"), ("call *args", "fv(1, 2, 3)"), ("call **kw", "fkw(a=1, b=2)"), ("call all", "fall(1, 2, k=3, z=4)"), ("call star", "f3(*args)"), ("call starstar", "f3(**kw)"), ("call star mixed", "fd(1, *args[:2])"), ("call closure", "inner()"), ("call lambda", "lam(1)"), ("make closure", "outer()"), ("make lambda", "lambda: 1"), ("def", "def h(a, b=1): return a"), ("call method", "c.m()"), ("call method args", "c.m2(1, 2)"), ("call method default", "c.m2(1)"), ("call bound", "bound()"), ("bind", "c.m"), ("call classmethod", "C.cm()"), ("call classmethod inst", "c.cm()"), ("call staticmethod", "C.sm()"), ("property", "c.p"), ("call super", "dd.m()"), ("call __call__", "c()"), ("getitem method", "c[1]"), ("len method", "len(c)"), ("eq method", "c == c"), ("add method", "c + c"), ("lt method", "c < c"), ("contains method", "1 in c"), ("hash method", "hash(c)"), ("bool method", "if c: pass"), ("iter method", "for x in c: pass"), ("getattr hook", "g.missing"),
        ("new empty", "E()"), ("new init", "C(1)"), ("new default", "C()"), ("new super", "D()"), ("new slots", "S()"), ("new dataclass", "P(1)"), ("new frozen", "Q(1, 2)"), ("new namedtuple", "N(1, 2, 3)"), ("dataclass eq", "q == q2"), ("dataclass lt", "q < q2"), ("dataclass hash", "hash(q)"), ("dataclass repr", "repr(q)"), ("dataclass replace", "dataclasses.replace(q, x=3)"), ("namedtuple attr", "n.b"), ("namedtuple unpack", "x, y, z = n"), ("namedtuple _replace", "n._replace(a=2)"), ("namedtuple _asdict", "n._asdict()"), ("attr get", "c.x"), ("attr set", "c.x = 1"), ("attr class", "c.k"), ("attr type", "C.k"), ("attr set new", "o = E()\no.a = 1\no.b = 2"), ("attr del", "e.a = 1\ndel e.a"), ("slots get", "s.x"), ("slots set", "s.x = 1"), ("getattr", "getattr(c, 'x')"), ("getattr default", "getattr(c, 'zz', None)"), ("setattr", "setattr(c, 'x', 1)"), ("hasattr", "hasattr(c, 'x')"), ("hasattr miss", "hasattr(c, 'zz')"), ("vars", "vars(c)"), ("__dict__ get", "c.__dict__['x']"), ("class set", "C.k = 5"), ("isinstance", "isinstance(c, C)"), ("isinstance sub", "isinstance(dd, C)"), ("isinstance tuple", "isinstance(c, (int, str, C))"), ("isinstance miss", "isinstance(c, int)"), ("isinstance union", "isinstance(5, int | str)"), ("isinstance abc", "isinstance(real, Abstract)"), ("isinstance Mapping", "isinstance(kw, m)", "m = collections.abc.Mapping"), ("issubclass", "issubclass(D, C)"), ("type()", "type(c)"), ("type is", "type(c) is C"), ("callable", "callable(f0)"), ("id", "id(c)"), ("repr object", "repr(e)"), ("enum member", "Colour.RED"), ("enum value", "Colour.RED.value"), ("enum call", "Colour(1)"), ("enum name", "Colour['RED']"), ("enum iterate", "list(Colour)"), ("flag or", "Flag.A | Flag.B"), ("class statement", "class X:\n    y = 1\n    def f(self): pass"), ("class sub", "class X(C):\n    pass"), ("recursion", "fib(8)", "def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)\nglobals()['fib'] = fib"), ("global read", "len"), ("decorated", "dec(1)", "import functools\ndef deco(f):\n    @functools.wraps(f)\n    def w(*a, **k): return f(*a, **k)\n    return w\ndec = deco(lam)"), ("wraps", "deco(lam)", "import functools\ndef deco(f):\n    @functools.wraps(f)\n    def w(*a, **k): return f(*a, **k)\n    return w"), ("make generic", "typing.List[int]"), ("list[int]", "list[int]"), ("typing Optional", "typing.Optional[int]"), ("cast", "typing.cast(int, 1)"),
    ]),
    (FLOW, [
        ("try pass", "try: pass\nexcept ValueError: pass"), ("try raise", "try: raise ValueError\nexcept ValueError: pass"), ("try raise args", "try: raise ValueError('x', 1)\nexcept ValueError as e: pass"), ("try raise call", "try: thrower()\nexcept ValueError as e: pass"), ("try raise deep", "try: deep(10)\nexcept KeyError: pass"), ("try finally", "try: x\nfinally: x"), ("try own", "try: raise Error\nexcept Error: pass"), ("try chain", "try:\n    try: raise ValueError\n    except ValueError as e: raise KeyError from e\nexcept KeyError: pass"), ("try index", "try: lst[10]\nexcept IndexError: pass"), ("try key", "try: d['zz']\nexcept KeyError: pass"), ("try attr", "try: x.zz\nexcept AttributeError: pass"), ("try type", "try: x + 'a'\nexcept TypeError: pass"), ("try int", "try: int('x')\nexcept ValueError: pass"), ("try zero", "try: x / 0\nexcept ZeroDivisionError: pass"), ("try name", "try: zzz\nexcept NameError: pass"), ("exception()", "ValueError('x')"), ("assert", "assert x"), ("with", "with cm: pass", "cm = C()"), ("with raise", "with cm: raise ValueError", "cm = C()"), ("with manager", "with manager(): pass"), ("with lock", "with lock: pass"), ("with rlock", "with rlock: pass"), ("with suppress", "with contextlib.suppress(KeyError): d['zz']"), ("with nested", "with cm, cm: pass", "cm = C()"), ("lock acquire", "lock.acquire()\nlock.release()"),
        ("if chain", "if x == 1: pass\nelif x == 2: pass\nelif x == 5: pass"), ("ternary", "1 if x else 2"), ("and or", "x and lst or d"), ("chain compare", "1 < x < 10"), ("is None", "x is None"), ("not", "not x"), ("unpack", "a, b, c = t3"), ("unpack list", "a, b, c = lst"), ("unpack nested", "a, (b, c) = n", "n = (1, (2, 3))"), ("unpack star", "a, *b = ten"), ("walrus", "(y := x)"), ("match int", "match x:\n    case 1: pass\n    case 5: pass"), ("match seq", "match lst:\n    case [a, b, c]: pass"), ("match map", "match d:\n    case {'a': 1, 'b': b}: pass"), ("match class", "match pt:\n    case Point(a, 2): pass"), ("match str", "match 'go':\n    case 'stop': pass\n    case 'go': pass"), ("match or", "match x:\n    case 1 | 2 | 5: pass"), ("import", "import os"), ("import from", "from os import path"), ("import dotted", "import os.path"), ("del", "y = 1\ndel y"),
        ("gen create", "gen(1)"), ("gen next", "next(gg)"), ("gen loop", "for v in gen(100): pass"), ("gen list", "list(gen(100))"), ("gen from", "for v in sub(100): pass"), ("gen send", "gs.send(1)", "def echo():\n    v = None\n    while True: v = yield v\ngs = echo(); next(gs)"), ("gen expr", "for v in (i for i in ten): pass"), ("gen close", "g2 = gen(5); next(g2); g2.close()"), ("coroutine", "drive(co())"), ("await chain", "drive(chain(5))", "async def chain(n):\n    if n: return await chain(n - 1)\n    return 1\nglobals()['chain'] = chain"), ("tree gen", "for v in tree(3): pass", "def tree(n):\n    if n:\n        yield from tree(n - 1)\n        yield n\n        yield from tree(n - 1)\nglobals()['tree'] = tree"), ("eval", "eval('1 + 2')"), ("exec compiled", "exec(code)", "code = compile('z = 1', 'x', 'exec')"), ("compile", "compile('a = b + c', 'x', 'exec')"), ("locals", "locals()"), ("globals", "globals()"), ("hanoi", "hanoi(4, 'a', 'b', 'c')", "def hanoi(n, a, b, c):\n    if n: hanoi(n-1, a, c, b); hanoi(n-1, c, b, a)\nglobals()['hanoi'] = hanoi"),
    ]),
    (NUMBERS, [
        ("int +", "i + j"), ("int *", "i * j"), ("int //", "i // j"), ("int %", "i % j"), ("int /", "i / j"), ("int **", "i ** 2"), ("int ** big", "3 ** j"), ("int <<", "i << 5"), ("int << big", "i << 100"), ("int &", "i & j"), ("int neg", "-i"), ("int cmp", "i < j"), ("int abs", "abs(-5)"), ("int divmod", "divmod(i, j)"), ("int pow mod", "pow(i, j, 1000007)"), ("int pow mod big", "pow(big, 65537, big2)"), ("int()", "int(x)"), ("int bool", "bool(i)"), ("int.bit_length", "i.bit_length()"), ("int hex", "hex(i)"), ("int bin", "bin(i)"), ("int round", "round(i, -2)"), ("big +", "big + big2"), ("big -", "big - big2"), ("big *", "big * big2"), ("big //", "big // big2"), ("big %", "big % 1000003"), ("big str", "str(big)"), ("big int()", "int(digits)"), ("huge *", "huge * huge2"), ("huge //", "huge // huge2"), ("huge str", "str(huge)"), ("huge gcd", "math.gcd(huge, huge2)"), ("big &", "big & big2"), ("big >>", "big >> 30"), ("big cmp", "big < big2"), ("big hash", "hash(big)"), ("big 64", "(i << 50) * 3 + 1"), ("mask 64", "(i * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF"), ("collatz", "n = 27\nwhile n != 1: n = 3 * n + 1 if n & 1 else n >> 1"), ("factorial", "math.factorial(50)"), ("comb", "math.comb(50, 20)"), ("isqrt", "math.isqrt(i)"), ("gcd", "math.gcd(i, j)"),
        ("float +", "x + y"), ("float *", "x * y"), ("float /", "x / y"), ("float //", "x // y"), ("float %", "x % y"), ("float **", "x ** y"), ("float ** 2", "x ** 2"), ("float cmp", "x < y"), ("float int mix", "x * 3 + i"), ("float()", "float(i)"), ("float int()", "int(x)"), ("float round", "round(x)"), ("float round 2", "round(3.14159, 2)"), ("float abs", "abs(x)"), ("float divmod", "divmod(x, y)"), ("float hash", "hash(x)"), ("float floor", "math.floor(x)"), ("float is_integer", "x.is_integer()"), ("math.sqrt", "math.sqrt(x)"), ("math.sin", "math.sin(x)"), ("math.log", "math.log(x)"), ("math.pow", "math.pow(x, y)"), ("math.atan2", "math.atan2(x, y)"), ("math.hypot", "math.hypot(x, y)"), ("math.fsum", "math.fsum(floats)"), ("math.prod", "math.prod(thousand[1:20])"), ("math.isclose", "math.isclose(x, y)"), ("math.dist", "math.dist((1, 2), (3, 4))"), ("complex *", "z * z"), ("complex abs", "abs(z)"), ("complex()", "complex(1, 2)"), ("mandel", "c = -0.5+0.5j; w = 0j\nfor k in range(20): w = w * w + c"),
        ("random()", "rnd.random()"), ("randint", "rnd.randint(1, 100)"), ("randrange", "rnd.randrange(100)"), ("choice", "rnd.choice(thousand)"), ("shuffle", "rnd.shuffle(h)", "h = list(range(100))"), ("sample", "rnd.sample(thousand, 10)"), ("uniform", "rnd.uniform(1, 2)"), ("gauss", "rnd.gauss(0, 1)"), ("getrandbits", "rnd.getrandbits(64)"), ("choices", "rnd.choices(thousand, k=10)"), ("fraction +", "f1 + f2"), ("fraction()", "F(3, 6)"), ("mean", "statistics.mean(thousand)"), ("fmean", "statistics.fmean(floats)"), ("median", "statistics.median(floats)"), ("stdev", "statistics.stdev(floats)"),
    ]),
    (ITER, [
        ("chain", "list(itertools.chain(hundred, hundred))"), ("islice", "list(itertools.islice(thousand, 50))"), ("count", "next(it)", "it = itertools.count()"), ("cycle", "next(it)", "it = itertools.cycle(hundred)"), ("repeat", "list(itertools.repeat(1, 100))"), ("accumulate", "list(itertools.accumulate(hundred))"), ("product", "list(itertools.product(hundred[:10], repeat=2))"), ("permutations", "list(itertools.permutations(hundred[:5]))"), ("combinations", "list(itertools.combinations(hundred[:10], 3))"), ("groupby", "for k, g in itertools.groupby(records, key=lambda r: r['k']): list(g)"), ("takewhile", "list(itertools.takewhile(lambda v: v < 50, hundred))"), ("starmap", "list(itertools.starmap(add, zip(hundred, hundred)))"), ("zip_longest", "list(itertools.zip_longest(hundred, hundred[:50]))"), ("tee", "a, b = itertools.tee(hundred); list(a)"), ("pairwise", "list(itertools.pairwise(hundred))"), ("compress", "list(itertools.compress(hundred, hundred))"), ("chain.from_iterable", "list(itertools.chain.from_iterable(pairs))"), ("filterfalse", "list(itertools.filterfalse(None, hundred))"),
        ("partial", "part(2)"), ("partial kw", "part_kw(1)"), ("partial make", "functools.partial(add, 1)"), ("lru_cache hit", "cached(1)"), ("lru_cache miss", "cached.cache_clear()\ncached(1)"), ("lru_cache bounded", "cached128(1)"), ("lru_cache evict", "for i in range(200): cached128(i)"), ("cached_property", "cp.v"), ("reduce", "functools.reduce(add, hundred)"), ("reduce op", "functools.reduce(operator.add, hundred)"), ("singledispatch", "sd(1)"), ("cmp_to_key", "sorted(hundred, key=functools.cmp_to_key(lambda a, b: b - a))"), ("itemgetter", "getter(pairs)"), ("attrgetter", "agetter(cp)"), ("methodcaller", "mc('a')"), ("operator.add", "operator.add(1, 2)"), ("operator.mul map", "list(map(operator.mul, hundred, hundred))"),
        ("deque append", "dq.append(1)\ndq.popleft()"), ("deque rotate", "dq.rotate(3)"), ("deque()", "collections.deque(hundred)"), ("deque iterate", "for v in dq: pass"), ("deque index", "dq[5]"), ("deque maxlen", "for v in hundred: m.append(v)", "m = collections.deque(maxlen=10)"), ("deque appendleft", "dq.appendleft(1)\ndq.pop()"), ("deque extend", "m.extend(hundred)", "m = collections.deque(maxlen=10)"), ("Counter()", "collections.Counter(text)"), ("Counter ints", "collections.Counter(hundred)"), ("Counter inc", "cnt['a'] += 1"), ("Counter most_common", "cnt.most_common(2)"), ("Counter +", "cnt + cnt"), ("Counter missing", "cnt['zz']"), ("defaultdict", "dd[1].append(1)", "dd = collections.defaultdict(lambda: [].copy()); dd[1]; dd[1] = collections.deque(maxlen=1)"), ("defaultdict miss", "x = collections.defaultdict(list)\nfor k, v in pairs: x[k].append(v)"), ("defaultdict int", "x = collections.defaultdict(int)\nfor ch in text: x[ch] += 1"), ("OrderedDict()", "collections.OrderedDict(pairs)"), ("OrderedDict set", "od[5] = 1"), ("OrderedDict move", "od.move_to_end(5)"), ("OrderedDict iterate", "for k in od: pass"), ("OrderedDict popitem", "od[-1] = 1; od.popitem()"), ("ChainMap get", "cm['b']"), ("namedtuple def", "collections.namedtuple('X', 'a b')"), ("heappush", "h = []\nfor v in hundred: heapq.heappush(h, -v)"), ("heappop", "h = heap[:]\nwhile h: heapq.heappop(h)"), ("heapify", "heapq.heapify(hundred[:])"), ("heapq tuples", "h = []\nfor v in pairs: heapq.heappush(h, v)"), ("nlargest", "heapq.nlargest(5, thousand)"), ("heapq.merge", "list(heapq.merge(hundred, hundred))"), ("heapreplace", "heapq.heapreplace(heap, 50)"), ("bisect", "bisect.bisect_left(thousand, 500)"), ("insort", "bisect.insort(x, 50)\nx.pop()", "x = hundred[:]"), ("UserDict get", "ud['a']", "ud = collections.UserDict(a=1)"),
    ]),
    (LIBRARY, [
        ("re.match", "pat.match(line)"), ("re.match fail", "pat.match('!!!')"), ("re.search", "pat.search(line)"), ("re.search late", "email.search(mails)"), ("re.findall", "pat.findall(line)"), ("re.findall words", "word.findall(prose)"), ("re.finditer", "for m in pat.finditer(line): m.group(1)"), ("re.sub", "pat.sub(r'\\2', line)"), ("re.sub fn", "pat.sub(lambda m: m[1], line)"), ("re.sub str", "word.sub('x', prose)"), ("re.split", "sp.split(line)", "sp = re.compile('[;=]')"), ("re.fullmatch", "pat.fullmatch('a=1')"), ("re module", "re.match(r'\\w+', line)"), ("re.groups", "m.groups()", "m = pat.match(line)"), ("re.groupdict", "m.groupdict()", "m = re.match('(?P<a>.)(?P<b>.)', line)"), ("re.group", "m.group(1)", "m = pat.match(line)"), ("re.alternation", "al.search(prose)", "al = re.compile('cat|bird|dog')"), ("re.lazy", "lz.search(prose)", "lz = re.compile('q.*?z')"), ("re.ignorecase", "ic.findall(prose)", "ic = re.compile('FOX', re.I)"), ("re.compile", "re.purge(); re.compile(r'(\\w+)\\s*=\\s*(\\d+)')"), ("re.literal", "li.search(prose)", "li = re.compile('lazy cat')"), ("re.escape", "re.escape('a.b*c')"), ("re.scan", "[m.lastgroup for m in tk.finditer('a = b + 12 * (c - 3)')]", "tk = re.compile(r'(?P<n>\\d+)|(?P<i>\\w+)|(?P<o>[-+*/=()])|(?P<s>\\s+)')"), ("re.date", "dp.match('2024-05-06')", "dp = re.compile(r'^(\\d{4})-(\\d{2})-(\\d{2})$')"), ("re.nested", "ne.search('x' * 8)", "ne = re.compile('(?:x+x+)+z|x')"),
        ("json.dumps", "json.dumps(obj)"), ("json.loads", "json.loads(text)"), ("json.dumps big", "json.dumps(objs)"), ("json.loads big", "json.loads(texts)"), ("json.dumps indent", "json.dumps(obj, indent=2)"), ("json.loads pretty", "json.loads(pretty)"), ("json.dumps str", "json.dumps(prose)"), ("json.dumps ints", "json.dumps(n)", "n = list(range(200))"), ("json.loads ints", "json.loads(n)", "n = str(list(range(200)))"), ("json.loads floats", "json.loads(n)", "n = json.dumps([i * 0.37 for i in range(200)])"), ("json.dumps floats", "json.dumps(n)", "n = [i * 0.37 for i in range(200)]"), ("json.dumps sort", "json.dumps(obj, sort_keys=True)"), ("json.dumps uni", "json.dumps('größer €' * 20)"),
        ("struct.pack", "st.pack(1, 2, 3, 4.0)"), ("struct.unpack", "st.unpack(packed)"), ("struct module", "struct.unpack('<I', b'abcd')"), ("struct.unpack_from", "st.unpack_from(packed, 0)"), ("struct.iter", "list(struct.iter_unpack('<I', raw))"), ("StringIO write", "s = io.StringIO()\nfor i in range(10): s.write('hello')\ns.getvalue()"), ("StringIO lines", "for l in io.StringIO(prose_lines): pass"), ("BytesIO write", "s = io.BytesIO()\nfor i in range(10): s.write(b'hello')\ns.getvalue()"), ("BytesIO read", "s = io.BytesIO(raw)\nwhile s.read(100): pass"), ("file read", "with open(path) as f: f.read()"), ("file lines", "with open(path) as f:\n    for l in f: pass"), ("file readlines", "with open(path) as f: f.readlines()"), ("file read bytes", "with open(path, 'rb') as f: f.read()"), ("file lines bytes", "with open(path, 'rb') as f:\n    for l in f: pass"), ("file open", "open(path).close()"), ("file write", "null.write('hello\\n')"), ("file write bytes", "nullb.write(b'hello\\n')"), ("file readline", "f.readline() or f.seek(0)", "f = open(path)"), ("print", "print('hello', 5, file=null)"), ("print one", "print('hello', file=null)"),
        ("copy.copy list", "copy.copy(rows)"), ("copy.copy obj", "copy.copy(pts[0])"), ("deepcopy list", "copy.deepcopy(rows[:2])"), ("deepcopy dict", "copy.deepcopy(obj)"), ("deepcopy obj", "copy.deepcopy(pts[0])"), ("pickle.dumps", "pickle.dumps(obj)"), ("pickle.loads", "pickle.loads(d)", "d = pickle.dumps(obj)"), ("pickle.dumps big", "pickle.dumps(objs)"), ("pickle.loads big", "pickle.loads(dumped)"), ("pickle.dumps ints", "pickle.dumps(n)", "n = list(range(500))"), ("pickle.loads ints", "pickle.loads(n)", "n = pickle.dumps(list(range(500)))"), ("pickle.dumps dt", "pickle.dumps(dt)"),
        ("datetime.now", "datetime.datetime.now()"), ("datetime()", "datetime.datetime(2024, 5, 6, 7, 8)"), ("datetime sub", "dt - dt2"), ("datetime add", "dt + delta"), ("datetime iso", "dt.isoformat()"), ("datetime fromiso", "datetime.datetime.fromisoformat(iso)"), ("datetime strftime", "dt.strftime('%Y-%m-%d %H:%M:%S')"), ("datetime strptime", "datetime.datetime.strptime('2024-05-06', '%Y-%m-%d')"), ("datetime cmp", "dt < dt2"), ("datetime attr", "dt.year"), ("timedelta()", "datetime.timedelta(days=1, hours=2)"), ("date()", "datetime.date(2024, 5, 6)"), ("date str", "str(day)"), ("date weekday", "day.weekday()"), ("datetime replace", "dt.replace(hour=1)"), ("time.time", "time.time()"), ("time.perf_counter", "time.perf_counter()"), ("time.strftime", "time.strftime('%Y', tm)", "tm = time.gmtime(0)"),
        ("md5", "hashlib.md5(b'hello').hexdigest()"), ("sha256", "hashlib.sha256(b'hello').hexdigest()"), ("sha256 big", "hashlib.sha256(raw).digest()"), ("crc32", "zlib.crc32(b'hello')"), ("zlib.compress", "zlib.compress(raw)"), ("csv.reader", "list(csv.reader(io.StringIO(csv_text)))"), ("csv.writer", "csv.writer(io.StringIO()).writerows(rows)"), ("csv.DictReader", "list(csv.DictReader(io.StringIO(csv_text)))"), ("b64encode", "base64.b64encode(raw)"), ("b64decode", "base64.b64decode(b64)"), ("b64 short", "base64.b64encode(b'hello')"), ("hexlify", "binascii.hexlify(raw)"), ("Template", "tpl.substitute(name='x', age=5)"), ("quote", "urllib.parse.quote('a b/c?d')"), ("urlparse", "urllib.parse.urlparse('http://example.org/a/b?c=d')"), ("urlencode", "urllib.parse.urlencode({'a': 1, 'b': 'x y'})"), ("html.escape", "html.escape('<a href=\"x\">')"), ("shlex.split", "shlex.split('a \"b c\" d')"), ("uuid4", "uuid.uuid4()"), ("fnmatch", "fnmatch.fnmatch('abc.txt', '*.txt')"), ("difflib", "difflib.SequenceMatcher(None, 'abcdef', 'abxdef').ratio()"), ("textwrap", "textwrap.wrap(prose[:300])"),
        ("os.path.join", "os.path.join('/a', 'b', 'c')"), ("os.path.split", "os.path.split('/a/b/c')"), ("os.path.exists", "os.path.exists(path)"), ("os.stat", "os.stat(path)"), ("os.listdir", "os.listdir('/usr')"), ("os.getcwd", "os.getcwd()"), ("os.environ", "os.environ.get('HOME')"), ("os.getpid", "os.getpid()"), ("os.path.splitext", "os.path.splitext('/a/b.txt')"), ("os.path.abspath", "os.path.abspath('x/../y')"), ("Path()", "pathlib.PurePosixPath('/a/b')"), ("Path /", "pp / 'x'"), ("Path name", "pp.name"), ("Path suffix", "pp.suffix"),
        ("Queue", "q.put(1)\nq.get()"), ("SimpleQueue", "sq.put(1)\nsq.get()"), ("Event", "e.set(); e.is_set()", "e = threading.Event()"), ("Condition", "with c: c.notify()", "c = threading.Condition()"), ("Thread", "th = threading.Thread(target=int); th.start(); th.join()"), ("threadlocal", "tl.x", "tl = threading.local(); tl.x = 1"), ("executor", "pool.submit(int).result()"), ("executor map", "list(pool.map(int, range(10)))"), ("Future", "fu = concurrent.futures.Future(); fu.set_result(1); fu.result()"), ("current_thread", "threading.current_thread()"),
        ("log info", "logger.info('hello %s', 5)"), ("log off", "logging_off.debug('hello %s', 5)"), ("ContextVar get", "cv.get()"), ("ContextVar set", "cv.reset(cv.set(1))"), ("copy_context", "contextvars.copy_context()"), ("weakref call", "wref()"), ("weakref make", "weakref.ref(wobj)"), ("WeakValueDict", "wd['a']"), ("sqlite select", "db.execute('select a, b from t').fetchall()"), ("sqlite one", "db.execute('select a from t where a = ?', (5,)).fetchone()"), ("sqlite insert", "db.executemany('insert into t values (?, ?)', [(1, 'x')] * 10)\ndb.rollback()"), ("array index", "arr[5]"), ("array sum", "sum(arr)"), ("array append", "ar = array.array('i')\nfor i in range(10): ar.append(i)"), ("inspect.signature", "inspect.signature(sig)"), ("ast.parse", "ast.parse(source)"), ("compile source", "compile(source, 'x', 'exec')"), ("literal_eval", "ast.literal_eval('[1, 2, {3: 4}]')"), ("tokenize", "list(tokenize.generate_tokens(io.StringIO(source).readline))"), ("SimpleNamespace", "types.SimpleNamespace(a=1).a"), ("sys.getsizeof", "sys.getsizeof(1)"), ("traceback", "try: 1 / 0\nexcept ZeroDivisionError: traceback.format_exc()"), ("warnings", "warnings.warn('x', DeprecationWarning)", "warnings.simplefilter('ignore')"), ("calendar", "calendar.monthrange(2024, 5)"), ("argparse", "ap.parse_args(['-x', '5', 'y'])", "ap = argparse.ArgumentParser(); ap.add_argument('-x', type=int); ap.add_argument('f')"), ("configparser", "cp = configparser.ConfigParser(); cp.read_string('[a]\\nb = 1\\nc = 2\\n')"), ("asyncio sleep", "loop.run_until_complete(nothing())", "loop = asyncio.new_event_loop()"), ("asyncio tasks", "loop.run_until_complete(tasks())", "loop = asyncio.new_event_loop()"), ("asyncio gather", "loop.run_until_complete(gather())", "loop = asyncio.new_event_loop()\nasync def gather(): await asyncio.gather(*[nothing() for _ in range(10)])"), ("Decimal +", "d1 + d2", "d1 = decimal.Decimal('1.1'); d2 = decimal.Decimal('2.2')"),
    ]),
]


def indent(text, by):
    return "".join(" " * by + line + "\n" for line in text.split("\n") if line)


def operations():
    for preparation, rows in OPERATIONS:
        for row in rows:
            yield row[0], row[1], preparation + (row[2] if len(row) > 2 else "") + "\n"


def build(statement, preparation, scopes):
    """A function of a number of rounds. The names of the preparation are its local variables, but those of
    functions and classes, which refer to each other, are global too."""
    scope = scopes.get(preparation)
    if scope is None:
        scope = scopes[preparation] = {"__name__": "__main__"}
        exec(preparation, scope)
    code = compile(statement, "", "exec")
    used = [n for n in code.co_names if n in scope and not n.startswith("__") and "global" not in statement]
    bound = "".join("    %s = _scope[%r]\n" % (n, n) for n in used)
    exec("def run(_n, _clock, _scope):\n" + bound + "    _t = _clock()\n    for _ in range(_n):\n"
         + indent("\n".join([statement] * 4), 8) + "    return _clock() - _t\n", scope)
    return lambda n: scope["run"](n, time.process_time, scope)


def child(wanted):
    """Answers each line of input, the number of an operation and the time to spend on it in milliseconds, with nanoseconds."""
    out = os.fdopen(os.dup(1), "w", buffering=1)
    scopes = {}
    rows = list(operations())
    built = {}
    for request in sys.stdin:
        which, budget = request.split()
        which = int(which)
        try:
            if which not in built:
                run = build(rows[which][1], rows[which][2], scopes)
                run(1)
                n = 1
                while run(n) < 0.001: n *= 4
                built[which] = run, n, run(n)
            run, n, took = built[which]
            rounds = max(1, int(n * (float(budget) / 1000) / max(took, 1e-9)))
            out.write("%r\n" % (min(run(rounds), run(rounds)) / rounds / 4 * 1e9))
        except Exception as error:
            out.write("error %s: %s\n" % (type(error).__name__, error))
    os._exit(0)


def main(arguments):
    import getopt
    import math
    import subprocess
    options, patterns = getopt.getopt(arguments, "n:p:s:m:vh", ["child"])
    options = dict(options)
    if "--child" in options: return child(patterns)
    if "-h" in options: sys.exit(__doc__)
    skein = options.get("-s") or os.environ.get("SKEIN") or os.path.join(HERE, "..", "build", os.environ.get("SKEIN_PRESET", "release"), "skein")
    sides = [subprocess.Popen([binary, os.path.abspath(__file__), "--child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
             for binary in (skein, options.get("-p") or shutil.which("/usr/bin/python3.11") or shutil.which("python3.11") or "python3")]
    runs, budget = int(options.get("-n", 5)), float(options.get("-m", 5))
    best, failed = {}, []
    rows = list(operations())
    for number, (name, _, _) in enumerate(rows):
        if patterns and not any(p in name for p in patterns): continue
        if "-v" in options: print(name, file=sys.stderr)
        times = [[], []]
        for _ in range(runs):
            for side, taken in zip(sides, times):
                side.stdin.write("%d %g\n" % (number, budget))
                side.stdin.flush()
                answer = side.stdout.readline()
                if not answer or answer.startswith("error"):
                    failed.append("%s: %s: %s" % (name, side.args[0], answer.strip() or "died"))
                    break
                taken.append(float(answer))
            else: continue
            break
        if times[0] and times[1]: best[name] = min(times[0]), min(times[1])
        elif sides[0].poll() is not None: break
    for side in sides: side.stdin.close()
    print("%-24s %10s %10s %8s" % ("nanoseconds", "skein", "other", "times as fast"))
    for name, (ours, other) in sorted(best.items(), key=lambda row: row[1][1] / row[1][0]):
        print("%-24s %10.1f %10.1f %8.2f" % (name, ours, other, other / ours))
    if best:
        ratios = [other / ours for ours, other in best.values()]
        print("geometric mean of %d: %.2f; slower: %d" % (len(ratios), math.exp(sum(map(math.log, ratios)) / len(ratios)), sum(r < 1 for r in ratios)))
    for line in failed: print("failed:", line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
