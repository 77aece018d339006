"""What leads into other people's libraries, shared by threads: TLS connections and their contexts, C data and functions, hashes,
XML parsers, windows of a terminal."""
import ctypes
import curses
import hashlib
import hmac
import os
import pty
import ssl
import xml.parsers.expat
import zlib

from torture import check, run

PEM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tests", "py", "net", "localhost.pem")
server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain(PEM)
client_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client_context.load_verify_locations(PEM)

# curses wants a terminal as the standard output while it begins; nothing is ever drawn there.
terminal, output = pty.openpty()[1], os.dup(1)
os.environ["TERM"] = "xterm"
os.dup2(terminal, 1)
curses.initscr()
curses.endwin()
os.dup2(output, 1)

c = ctypes.CDLL(None)
c.strlen.restype = ctypes.c_size_t
Compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
TEXTS = [bytes([65 + n]) * 40 for n in range(8)]


class Record(ctypes.Structure):
    _fields_ = [("text", ctypes.c_char_p), ("wide", ctypes.c_wchar_p), ("any", ctypes.py_object), ("number", ctypes.c_longlong),
                ("bits", ctypes.c_int, 5), ("more", ctypes.c_int, 7), ("real", ctypes.c_double), ("name", ctypes.c_char * 8),
                ("label", ctypes.c_wchar * 8), ("items", ctypes.c_short * 6), ("link", ctypes.POINTER(ctypes.c_int))]


class Plain(ctypes.Structure):
    _fields_ = [("number", ctypes.c_longlong), ("name", ctypes.c_char * 8), ("items", ctypes.c_short * 6)]


def make():
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    sides = [client_context.wrap_bio(to_client, to_server, server_hostname="localhost"), server_context.wrap_bio(to_server, to_client, server_side=True)]
    done = set()
    while len(done) < 2:
        for side in sides:
            try:
                side.do_handshake()
                done.add(side)
            except ssl.SSLWantReadError:
                pass
    record = Record(TEXTS[0], "wide", 1)
    record.link = ctypes.pointer(ctypes.c_int(1))
    part = (Record * 3)()[1]
    part.text, part.wide, part.any = TEXTS[1], "wide", 1
    plain = Plain()
    plains = (Plain * 3)()
    buffer = ctypes.create_string_buffer(64)
    wide = ctypes.create_unicode_buffer(16)
    swapped = ctypes.c_int.__ctype_be__(1)
    digests = [hashlib.sha256(), hashlib.blake2b(), hashlib.md5(), hashlib.sha3_256()]
    macs = [hmac.new(b"key", digestmod="sha256")]
    seen = []
    parsers = [xml.parsers.expat.ParserCreate()]
    pad = curses.newpad(10, 40)
    parts = [pad.derwin(4, 10, 1, 1)]

    def talk(rng):
        n = rng.randrange(2)
        sides[n].write(b"x" * rng.randrange(1, 400))
        sides[1 - n].pending()

    def listen(rng):
        check(set(sides[rng.randrange(2)].read(rng.randrange(1, 500))) <= {120})

    def ask(rng):
        side = sides[rng.randrange(2)]
        check(side.version() in ("TLSv1.3", None))
        side.cipher(), side.getpeercert(), side.getpeercert(True), side.session, side.session_reused, side.shared_ciphers()
        side.selected_alpn_protocol(), side.server_hostname, side.get_channel_binding()
        to_server.pending, to_client.eof

    def hang_up(rng):
        if rng.randrange(200) == 0:
            sides[rng.randrange(2)].unwrap()

    def settle(rng):
        client_context.set_alpn_protocols(["a%d" % rng.randrange(9)])
        client_context.options |= ssl.OP_NO_COMPRESSION
        client_context.check_hostname = True
        client_context.verify_flags, client_context.get_ciphers()[0]["name"], client_context.cert_store_stats(), client_context.session_stats()
        client_context.keylog_filename, server_context.num_tickets
        if rng.randrange(20) == 0:
            client_context.load_verify_locations(PEM)
            server_context.set_ciphers("ECDHE+AESGCM")
            client_context.get_ca_certs()

    def noise(rng):
        ssl.RAND_bytes(8), ssl.RAND_status(), ssl.OPENSSL_VERSION, ssl.get_default_verify_paths()

    def store(rng):
        n = rng.randrange(8)
        one = (record, part)[rng.randrange(2)]
        one.text = TEXTS[n]
        one.wide = chr(97 + n) * 20
        one.any = (n, n)
        one.number, one.real, one.bits, one.more = n, n / 2, n, n
        one.name, one.label = b"abc"[:n], "\u1234\U00012345x"[:n]
        one.items[n % 6] = n
        if one.link:
            one.link.contents = ctypes.c_int(n)
        if n == 0:
            one.link = ctypes.pointer(ctypes.c_int(7))
        plains[n % 3] = plain
        plain.number, plain.name = n, b"abc"[:n]

    def load(rng):
        one = (record, part)[rng.randrange(2)]
        check(plains[rng.randrange(3)].number in range(8) and set(plain.name) <= set(b"abc"))
        check(one.text in TEXTS)
        check(len(one.wide) in (4, 20))
        check(set(one.label) <= set("\u1234\U00012345x"))
        check(set(one.name) <= set(b"abc"))
        check(one.number in range(8) and one.real * 2 in range(8) and -16 <= one.bits < 16)
        check(all(0 <= n < 8 for n in one.items) and (not one.link or 0 <= one.link[0] < 8))
        value = one.any
        check(value == 1 or value[0] == value[1])

    def characters(rng):
        n = rng.randrange(4)
        if n == 0:
            buffer.value = TEXTS[rng.randrange(8)]
        elif n == 1:
            wide.value = "\u1234\U00012345x\xe9" * rng.randrange(4)
        elif n == 2:
            swapped.value = rng.randrange(1000)
        check(set(buffer.raw) <= set(range(65, 73)) | {0} and c.strlen(buffer.value) in (0, 40))
        check(set(wide.value) <= set("\u1234\U00012345x\xe9") and set(wide[:]) and wide[3:9:2] is not None)
        check(0 <= swapped.value < 1000 and bytes(memoryview(buffer))[63] == 0 and ctypes.string_at(buffer, 4) is not None)

    def sort(rng):
        numbers = (ctypes.c_int * 6)(*(rng.randrange(50) for _ in range(6)))
        c.qsort(numbers, 6, 4, Compare(lambda a, b: a[0] - b[0]))
        check(list(numbers) == sorted(numbers))

    def digest(rng):
        one = digests[rng.randrange(4)]
        one.update(b"some" * rng.choice((1, 10, 1000)))
        one.copy().hexdigest(), one.digest(), one.name, one.block_size
        macs[0].update(b"more")
        check(len(macs[0].copy().digest()) == 32)
        hashlib.pbkdf2_hmac("sha1", b"a", b"b", 3)

    def parse(rng):
        parser = parsers[0]
        what = rng.randrange(4)
        if what == 0:
            parser.StartElementHandler = lambda name, attributes: seen.append(name)
            parser.CharacterDataHandler = None if rng.randrange(2) else lambda text: check(type(text) is str)
        elif what == 1:
            parser.buffer_text = bool(rng.randrange(2))
            parser.CurrentLineNumber, parser.ErrorCode, parser.CurrentByteIndex
        else:
            parser.Parse("<a>%s" % ("<b x='1'>text</b>" * rng.randrange(9)), rng.randrange(30) == 0)
        if rng.randrange(20) == 0:
            parsers[0] = xml.parsers.expat.ParserCreate()
            seen.clear()

    def draw(rng):
        part = (pad, parts[0])[rng.randrange(2)]
        part.addstr(rng.randrange(4), rng.randrange(4), "text")
        part.attron(curses.A_BOLD), part.insch("x"), part.clrtoeol(), part.erase() if rng.randrange(9) == 0 else None

    def look(rng):
        part = (pad, parts[0])[rng.randrange(2)]
        y, x = part.getyx()
        part.inch(rng.randrange(4), rng.randrange(4)), part.getmaxyx(), part.is_linetouched(0)
        check(set(part.instr(0, 0)) <= set(b"xtext "))
        if rng.randrange(9) == 0:
            parts[0] = pad.derwin(4, 10, 1, rng.randrange(1, 9))
            pad.resize(10, rng.randrange(30, 50))

    return [talk, talk, listen, listen, ask, hang_up, settle, noise, store, store, load, load, characters, sort, digest, parse, draw, look]


run(make, (ssl.SSLError, ValueError, OSError, xml.parsers.expat.ExpatError, curses.error, RuntimeError), batch=50)
