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
run('modes', {'main.py': r'''import os, io
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
with open("a.txt", "w") as f:
    print(f.mode, f.encoding.lower(), f.name, f.closed, f.readable(), f.writable(), f.seekable(), f.line_buffering)
    print(f.write("héllo\nwörld\n"), f.tell())
    t(f.read)
with open("a.txt") as f:
    print(repr(f)[:30])
    print(f.read(3), f.tell(), f.readline(), f.readlines(), f.read(), repr(f.readline()))
    t(lambda: f.write("x"))
t(f.read)
for m in ("x", "rw", "", "r+b+", "bt", "q", "U", "rb", "w+", "a+", "+", "rr"):
    t(lambda: open("a.txt", m).mode)
open("a.txt", "w").write("one\ntwo\nthree")
with open("a.txt", "r+") as f:
    print(f.readline()); f.seek(0, 2); f.write("\nfour"); f.seek(0); print(f.read().split())
with open("a.txt", "a+") as f:
    f.write("!"); f.seek(0); print(len(f.read())); f.seek(2); f.write("?"); f.seek(0); print(f.read()[-3:])
with open("a.txt", "rb") as f:
    print(f.read(4), f.peek(2)[:2], f.seek(-3, 2), f.read(), f.seek(0), f.readinto(bytearray(3)), f.raw.name)
t(lambda: open("a.txt", "rb", encoding="utf8")); t(lambda: open("a.txt", "rb", newline="")); t(lambda: open("a.txt", newline="x"))
t(lambda: open("a.txt", "rb", buffering=0).read(2)); t(lambda: open("a.txt", buffering=0)); t(lambda: open("a.txt", encoding="nope")); t(lambda: open("a.txt", errors="nope"))
t(lambda: open(["a"])); t(lambda: open("a.txt", 5)); t(lambda: open("\0")); t(lambda: open("")); t(lambda: open(".")); t(lambda: open("no/dir", "w"))
with open("a.txt", "w", newline="\r\n") as f: f.write("a\nb\n")
print(open("a.txt", "rb").read(), open("a.txt").read(), open("a.txt", newline="").read().encode())
'''})
run('text_tell', {'main.py': r'''with open("t.txt", "w", encoding="utf-8") as f: f.write("αβγ\nδε\nlast")
f = open("t.txt", encoding="utf-8")
marks = []
while True:
    p = f.tell(); line = f.readline()
    if not line: break
    marks.append((p, line))
print(marks)
for p, l in reversed(marks):
    f.seek(p); print(f.readline() == l)
f.seek(0); print(next(f))
try: f.tell()
except OSError as e: print(e)
try: f.seek(1, 1)
except Exception as e: print(type(e).__name__, e)
try: f.seek(-1, 2)
except Exception as e: print(type(e).__name__, e)
try: f.seek(-1)
except Exception as e: print(type(e).__name__, e)
try: f.seek(0, 7)
except Exception as e: print(type(e).__name__, e)
f.seek(0); print([l.rstrip() for l in f]); print(f.tell())
f.close()
for op in (f.read, f.tell, f.fileno, f.__enter__, f.flush, lambda: list(f), f.isatty):
    try: print(op())
    except ValueError as e: print(e)
print(f.close(), f.closed)
g = open("t.txt", "r+", encoding="utf-8"); g.truncate(4); print(g.read(), g.seek(0, 2)); g.close()
'''})
run('errors_handlers', {'main.py': r'''data = b"abc\xff\xfedef\x80"
open("b.bin", "wb").write(data)
for e in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    try:
        with open("b.bin", encoding="utf-8", errors=e) as f: print(e, ascii(f.read()))
    except UnicodeDecodeError as x: print(x, x.start, x.end, x.reason, x.object)
for e in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    try:
        with open("c.txt", "w", encoding="ascii", errors=e) as f: f.write("a€ü")
        print(e, open("c.txt").read())
    except UnicodeEncodeError as x: print(x)
with open("d.txt", "w", encoding="utf-16") as f: f.write("hi")
print(open("d.txt", "rb").read(), open("d.txt", encoding="utf-16").read())
with open("d.txt", "w", encoding="utf-8-sig") as f: f.write("hi")
print(open("d.txt", "rb").read(), ascii(open("d.txt", encoding="utf-8").read()), open("d.txt", encoding="utf-8-sig").read())
'''})
run('stdin_calc', {'main.py': '''import sys
env = {}
for n, line in enumerate(sys.stdin, 1):
    line = line.strip()
    if line == "quit": break
    try:
        if "=" in line:
            k, v = line.split("=", 1); env[k.strip()] = eval(v, {}, env)
        else: print(n, eval(line, {}, env))
    except Exception as e: print(n, type(e).__name__, e, file=sys.stderr)
else: print("no quit")
sys.exit(len(env))
'''}, stdin='2 + 3\nx = 5\nx * y\n1 / 0\nquit\n')

# expect: == modes 0
# expect: w utf-8 a.txt False False True True False
# expect: 12 14
# expect: UnsupportedOperation not readable
# expect: <_io.TextIOWrapper name='a.txt
# expect: hél 4 lo
# expect:  ['wörld\n']  ''
# expect: UnsupportedOperation not writable
# expect: ValueError I/O operation on closed file.
# expect: FileExistsError [Errno 17] File exists: 'a.txt'
# expect: ValueError must have exactly one of create/read/write/append mode
# expect: ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: ValueError invalid mode: 'r+b+'
# expect: ValueError can't have text and binary mode at once
# expect: ValueError invalid mode: 'q'
# expect: ValueError invalid mode: 'U'
# expect: rb
# expect: w+
# expect: a+
# expect: ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: ValueError invalid mode: 'rr'
# expect: one
# expect:
# expect: ['one', 'two', 'three', 'four']
# expect: 19
# expect: r!?
# expect: b'one\n' b'tw' 17 b'r!?' 0 3 a.txt
# expect: ValueError binary mode doesn't take an encoding argument
# expect: ValueError binary mode doesn't take a newline argument
# expect: ValueError illegal newline value: x
# expect: b'on'
# expect: ValueError can't have unbuffered text I/O
# expect: LookupError unknown encoding: nope
# expect: <_io.TextIOWrapper name='a.txt' mode='r' encoding='UTF-8'>
# expect: TypeError expected str, bytes or os.PathLike object, not list
# expect: TypeError open() argument 'mode' must be str, not int
# expect: ValueError embedded null byte
# expect: FileNotFoundError [Errno 2] No such file or directory: ''
# expect: IsADirectoryError [Errno 21] Is a directory: '.'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'no/dir'
# expect: b'a\r\nb\r\n' a
# expect: b
# expect:  b'a\r\nb\r\n'
# expect: == text_tell 0
# expect: [(0, 'αβγ\n'), (7, 'δε\n'), (12, 'last')]
# expect: True
# expect: True
# expect: True
# expect: αβγ
# expect:
# expect: telling position disabled by next() call
# expect: UnsupportedOperation can't do nonzero cur-relative seeks
# expect: UnsupportedOperation can't do nonzero end-relative seeks
# expect: ValueError negative seek position -1
# expect: ValueError invalid whence (7, should be 0, 1 or 2)
# expect: ['αβγ', 'δε', 'last']
# expect: 16
# expect: I/O operation on closed file.
# expect: I/O operation on closed file.
# expect: I/O operation on closed file
# expect: I/O operation on closed file.
# expect: I/O operation on closed file.
# expect: I/O operation on closed file.
# expect: I/O operation on closed file
# expect: None True
# expect: αβ 4
# expect: == errors_handlers 0
# expect: 'utf-8' codec can't decode byte 0xff in position 3: invalid start byte 3 4 invalid start byte b'abc\xff\xfedef\x80'
# expect: ignore 'abcdef'
# expect: replace 'abc\ufffd\ufffddef\ufffd'
# expect: backslashreplace 'abc\\xff\\xfedef\\x80'
# expect: surrogateescape 'abc\udcff\udcfedef\udc80'
# expect: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
# expect: ignore a
# expect: replace a??
# expect: backslashreplace a\u20ac\xfc
# expect: xmlcharrefreplace a&#8364;&#252;
# expect: namereplace a\N{EURO SIGN}\N{LATIN SMALL LETTER U WITH DIAERESIS}
# expect: b'\xff\xfeh\x00i\x00' hi
# expect: b'\xef\xbb\xbfhi' '\ufeffhi' hi
# expect: == stdin_calc 1
# expect: 1 5
# expect: 3 NameError name 'y' is not defined
# expect: 4 ZeroDivisionError division by zero
