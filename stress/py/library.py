"""The library: modules imported by all threads at once, used in different mixes, some of them forgotten and imported anew meanwhile."""
import sys
from torture import check, run

# What may be imported again: nobody keeps their classes beyond an operation.
again = ["textwrap", "colorsys", "statistics", "fractions", "csv", "shlex", "difflib", "graphlib", "html", "html.parser", "configparser", "string",
         "base64", "calendar", "pprint", "quopri", "zipfile", "tarfile", "gzip", "wave", "plistlib", "tomllib", "ipaddress", "uuid", "sched", "cmd",
         "mimetypes", "netrc", "chunk", "imghdr", "stringprep", "timeit", "fileinput", "optparse", "getopt", "zoneinfo", "zoneinfo._common",
         "numbers", "code", "codeop", "ast", "rlcompleter", "xml.dom.minidom", "xml.sax.saxutils"]


def make():
    def numbers(rng):
        import decimal, fractions, statistics, math, cmath
        a, b = rng.randrange(1, 999), rng.randrange(1, 999)
        check(decimal.Decimal(a) / decimal.Decimal(8) * 8 == a)
        with decimal.localcontext() as c:
            c.prec = 5 + rng.randrange(30)
            check(len(str(decimal.Decimal(1) / 3)) == c.prec + 2)
        f = fractions.Fraction(a, b)
        check(f * b == a and f.limit_denominator(1000) == f)
        check(statistics.mean([a, b, a, b]) * 2 == a + b and statistics.median([a, b, b]) == b)
        check(math.gcd(a, b) * math.lcm(a, b) == a * b and abs(cmath.exp(cmath.log(complex(a, b))) - complex(a, b)) < 1e-9)

    def formats(rng):
        import json, pickle, marshal, csv, io, configparser, plistlib, struct
        data = {"k%d" % i: [i, i / 4, None, True, "x\u00e9" * i] for i in range(rng.randrange(9))}
        check(json.loads(json.dumps(data, indent=rng.randrange(3))) == data)
        check(pickle.loads(pickle.dumps(data, rng.randrange(6))) == data and marshal.loads(marshal.dumps(data)) == data)
        out = io.StringIO()
        rows = [["a b", "c,d", 'e"f', str(rng.random())] for i in range(5)]
        csv.writer(out).writerows(rows)
        check(list(csv.reader(io.StringIO(out.getvalue()))) == rows)
        config = configparser.ConfigParser()
        config.read_string("[one]\na = 1\nb = %(a)s2\n[two]\nc: x\n")
        check(config["one"].getint("b") == 12 and config.sections() == ["one", "two"])
        check(plistlib.loads(plistlib.dumps({"a": [1, b"b", "c"]})) == {"a": [1, b"b", "c"]})
        check(struct.unpack("<hIq", struct.pack("<hIq", -1, 2, 3)) == (-1, 2, 3))

    def text(rng):
        import re, textwrap, string, difflib, shlex, html, unicodedata, fnmatch
        words = ["w%d" % rng.randrange(99) for i in range(20)]
        t = " ".join(words)
        check(re.findall(r"w(\d+)", t) == [w[1:] for w in words] and re.compile("(?P<a>w%d)+" % rng.randrange(9)).groups == 1)
        check(" ".join(textwrap.wrap(t, 20)) == t and shlex.split(shlex.join(words)) == words)
        check(string.Template("$a-${b}").substitute(a=1, b=2) == "1-2" and html.unescape(html.escape("<a&b>")) == "<a&b>")
        check("".join(difflib.restore(difflib.ndiff(["a\n", t + "\n"], ["b\n", t + "\n"]), 2)) == "b\n" + t + "\n")
        check(unicodedata.normalize("NFD", "\u00e9") == "e\u0301" and fnmatch.filter(words, "w*") == words)

    def packed(rng):
        import zlib, bz2, lzma, gzip, base64, binascii, hashlib, io, zipfile, tarfile
        raw = bytes(rng.randrange(20) for i in range(rng.randrange(2000)))
        for m in (zlib, bz2, lzma, gzip):
            check(m.decompress(m.compress(raw)) == raw)
        check(base64.b85decode(base64.b85encode(raw)) == raw and binascii.unhexlify(raw.hex()) == raw)
        check(hashlib.sha256(raw).digest() == hashlib.new("sha256", raw).digest() and len(hashlib.blake2b(raw, digest_size=9).digest()) == 9)
        box = io.BytesIO()
        with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("a/b", raw)
        with zipfile.ZipFile(box) as z:
            check(z.read("a/b") == raw)
        box = io.BytesIO()
        with tarfile.open(fileobj=box, mode="w:gz") as t:
            info = tarfile.TarInfo("x")
            info.size = len(raw)
            t.addfile(info, io.BytesIO(raw))
        box.seek(0)
        with tarfile.open(fileobj=box) as t:
            check(t.extractfile("x").read() == raw)

    def classes(rng):
        import abc, copy, dataclasses, enum, functools, typing, types
        @dataclasses.dataclass(order=True, frozen=bool(rng.randrange(2)))
        class Point:
            x: int
            y: typing.Optional[int] = None
            tags: list = dataclasses.field(default_factory=list, compare=False)
        p = Point(1, 2)
        check(dataclasses.asdict(p) == {"x": 1, "y": 2, "tags": []} and dataclasses.replace(p, x=0) < p and copy.deepcopy(p) == p)
        class Colour(enum.IntFlag):
            RED = 1
            BLUE = 2
        check(Colour["RED"] | Colour.BLUE == 3 and list(Colour) == [Colour.RED, Colour.BLUE])
        class Shape(abc.ABC):
            @abc.abstractmethod
            def area(self): ...
        try:
            Shape()
            check(False)
        except TypeError:
            pass
        @functools.singledispatch
        def kind(v):
            return "other"
        kind.register(int, lambda v: "int")
        check((kind(1), kind(""), kind(True)) == ("int", "other", "int"))
        check(typing.get_type_hints(Point)["y"] == typing.Optional[int] and types.SimpleNamespace(a=1).a == 1)
        check(functools.reduce(int.__add__, range(5)) == 10 and functools.lru_cache(lambda n: n + 1)(1) == 2)

    def collections_(rng):
        import collections, heapq, bisect, itertools, operator, array, graphlib, contextlib
        c = collections.Counter(rng.randrange(5) for i in range(50))
        check(sum(c.values()) == 50 and c.most_common(1)[0][1] == max(c.values()))
        d = collections.OrderedDict.fromkeys("abc")
        d.move_to_end("a")
        check("".join(d) == "bca" and collections.ChainMap({1: 2}, {1: 3, 4: 5})[4] == 5)
        T = collections.namedtuple("T", "a b")
        check(T(1, 2)._replace(a=3) == (3, 2))
        l = [rng.randrange(99) for i in range(30)]
        heap = list(l)
        heapq.heapify(heap)
        check([heapq.heappop(heap) for i in l] == sorted(l) == list(heapq.merge(sorted(l[:9]), sorted(l[9:]))))
        check(bisect.bisect(sorted(l), 200) == 30 and list(itertools.accumulate(l))[-1] == sum(l) and operator.itemgetter(1)(l) == l[1])
        check(list(array.array("i", l)) == l and list(graphlib.TopologicalSorter({1: {2}, 2: {3}}).static_order()) == [3, 2, 1])
        with contextlib.ExitStack() as stack, contextlib.suppress(KeyError):
            stack.callback(l.clear)
            {}[1]
        check(l == [])

    def times(rng):
        import datetime, time, calendar, zoneinfo
        t = datetime.datetime(2000 + rng.randrange(50), 1 + rng.randrange(12), 1 + rng.randrange(28), rng.randrange(24), tzinfo=datetime.timezone.utc)
        check(datetime.datetime.fromisoformat(t.isoformat()) == t and datetime.datetime.strptime(t.strftime("%Y-%m-%d %H"), "%Y-%m-%d %H").hour == t.hour)
        z = zoneinfo.ZoneInfo(("Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC")[rng.randrange(4)])
        check(t.astimezone(z) == t and t.astimezone(z).astimezone(datetime.timezone.utc).hour == t.hour)
        check(calendar.timegm(time.gmtime(1e9)) == 10**9 and calendar.monthrange(2024, 2)[1] == 29)

    def markup(rng):
        import io, xml.etree.ElementTree as E, xml.dom.minidom as D, html.parser as H
        n = rng.randrange(1, 20)
        root = E.fromstring("<a>" + "<b i='%d'>t</b>" * n % tuple(range(n)) + "</a>")
        check(len(root.findall(".//b")) == n and E.fromstring(E.tostring(root)).find("b").get("i") == "0")
        check(sum(1 for e, x in E.iterparse(io.BytesIO(E.tostring(root)))) == n + 1)
        check(len(D.parseString("<r><x/><x y='1'/></r>").getElementsByTagName("x")) == 2)
        class P(H.HTMLParser):
            seen = 0
            def handle_starttag(self, tag, attrs):
                self.seen += 1
        p = P()
        p.feed("<p><a href=x>y</a><br>" * n)
        check(p.seen == 3 * n)

    def mail(rng):
        import email, email.message, email.policy, urllib.parse, http.cookies, ipaddress, uuid, mimetypes
        m = email.message.EmailMessage()
        m["Subject"], m["To"] = "gr\u00fc\u00dfe %d" % rng.randrange(99), "a@b.c, d@e.f"
        m.set_content("text\n")
        m.add_alternative("<p>text</p>", subtype="html")
        back = email.message_from_bytes(m.as_bytes(), policy=email.policy.default)
        check(back["subject"] == m["subject"] and back.get_body(("plain",)).get_content() == "text\n" and len(back["to"].addresses) == 2)
        u = urllib.parse.urlsplit("http://u@h:80/p/q?a=1&b=%20#f")
        check(u.port == 80 and urllib.parse.parse_qs(u.query)["b"] == [" "] and urllib.parse.unquote(urllib.parse.quote("\u00e9/")) == "\u00e9/")
        check(http.cookies.SimpleCookie("a=1; b=2")["b"].value == "2" and ipaddress.ip_address("10.0.0.1") in ipaddress.ip_network("10.0.0.0/8"))
        check(uuid.UUID(str(uuid.uuid4())).version == 4 and mimetypes.guess_type("a.html")[0] == "text/html")

    def code(rng):
        import ast, dis, inspect, io, symtable, tokenize, traceback, linecache, contextvars
        source = "def f(a, *b, c=%d):\n    return [x + a for x in b] + [c]\n" % rng.randrange(9)
        tree = ast.parse(source)
        check(ast.unparse(ast.parse(ast.unparse(tree))) == ast.unparse(tree))
        space = {}
        exec(compile(tree, "<made>", "exec"), space)
        check(space["f"](1, 2, 3)[:2] == [3, 4] and str(inspect.signature(space["f"])).startswith("(a, *b, c="))
        check(len(list(tokenize.generate_tokens(io.StringIO(source).readline))) > 20)
        check(symtable.symtable(source, "s", "exec").get_children()[0].get_name() == "f" and dis.Bytecode(space["f"]).dis())
        try:
            space["f"](None, 1)
        except TypeError as e:
            check("TypeError" in "".join(traceback.format_exception(e)))
        linecache.checkcache()
        v = contextvars.ContextVar("v", default=1)
        check(contextvars.copy_context().run(lambda: (v.set(2), v.get())[1]) == 2 and v.get() == 1)

    def files(rng):
        import glob, io, os, pathlib, shutil, tempfile, mmap, sqlite3, logging
        with tempfile.TemporaryDirectory() as folder:
            p = pathlib.Path(folder, "a", "b.txt")
            p.parent.mkdir()
            p.write_text("z\u00e9ile\n" * 9, encoding="utf-8")
            check(len(p.read_text("utf-8").splitlines()) == 9 and glob.glob("**/*.txt", root_dir=folder, recursive=True) == ["a/b.txt"])
            shutil.copytree(p.parent, pathlib.Path(folder, "c"))
            check(sorted(os.listdir(folder)) == ["a", "c"] and p.stat().st_size == 63)
            with open(p, "rb") as f, mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as m:
                check(m.find(b"ile") == 3 and m[-1:] == b"\n")
        d = sqlite3.connect(":memory:")
        d.execute("create table t(a, b)")
        d.executemany("insert into t values(?, ?)", [(i, str(i)) for i in range(20)])
        check(d.execute("select sum(a), max(b) from t where a < ?", (10,)).fetchone() == (45, "9"))
        d.close()
        out = io.StringIO()
        log = logging.getLogger("l%d" % rng.randrange(1000000))
        handler = logging.StreamHandler(out)
        log.addHandler(handler)
        log.propagate = False
        log.warning("%s-%d", "a", 5)
        log.removeHandler(handler)
        check(out.getvalue() == "a-5\n")

    def concurrent(rng):
        import asyncio, concurrent.futures, queue, threading, weakref
        async def part(n):
            await asyncio.sleep(0)
            return n
        async def all_():
            return sum(await asyncio.gather(*(part(i) for i in range(8))))
        check(asyncio.run(all_()) == 28)
        if rng.randrange(4) == 0:
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                check(list(pool.map(abs, range(-3, 3))) == [3, 2, 1, 0, 1, 2])
        q = queue.PriorityQueue()
        for i in 3, 1, 2:
            q.put(i)
        check([q.get() for i in range(3)] == [1, 2, 3])
        e = threading.Event()
        class Thing: pass
        t = Thing()
        d = weakref.WeakValueDictionary(a=t)
        weakref.finalize(t, e.set)
        check(d["a"] is t)

    def arguments(rng):
        import argparse, getopt, optparse, gettext, locale, random, secrets, pprint, reprlib
        p = argparse.ArgumentParser(prog="p")
        p.add_argument("-n", type=int, default=3)
        p.add_argument("files", nargs="*")
        a = p.parse_args(["-n", "5", "x", "y"])
        check(a.n == 5 and a.files == ["x", "y"] and p.format_help().startswith("usage: p"))
        check(getopt.getopt(["-a", "--b=1", "c"], "a", ["b="])[1] == ["c"] and optparse.OptionParser().parse_args(["z"])[1] == ["z"])
        r = random.Random(5)
        check(r.random() == random.Random(5).random() and sorted(r.sample(range(9), 9)) == list(range(9)) and len(secrets.token_hex(4)) == 8)
        check(pprint.pformat({"b": 1, "a": [1] * 30}).startswith("{'a': [1,") and reprlib.repr(list(range(99))).endswith("...]"))
        check(gettext.gettext("x") == "x" and locale.localeconv()["decimal_point"])

    def network(rng):
        import selectors, socket, http.client, io
        a, b = socket.socketpair()
        with a, b, selectors.DefaultSelector() as s:
            s.register(b, selectors.EVENT_READ)
            a.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
            check(s.select(5)[0][0].fileobj is b)
            r = http.client.HTTPResponse(b)
            r.begin()
            check(r.status == 200 and r.read() == b"hi")
            r.close()

    def forget(rng):
        sys.modules.pop(again[rng.randrange(len(again))], None)

    def guarded(operation):
        def call(rng):
            try:
                operation(rng)
            except KeyError as e:
                if e.args[0] not in again:   # forgotten while it was loaded: CPython's import says so, too
                    raise
        call.__name__ = operation.__name__
        return call

    return list(map(guarded, [numbers, formats, text, packed, classes, collections_, times, markup, mail, code, files, concurrent, arguments, network, forget]))


run(make, batch=10)
