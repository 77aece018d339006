# Windows, keys, colours and panels at a terminal of the test's own, by one thread and by several.
import os, pty, struct, subprocess, sys, threading

PROGRAM = r'''
import curses, curses.panel, sys, threading
out = []
def attempt(f):
    try: out.append(f())
    except Exception as e: out.append(type(e).__name__ + ": " + str(e))
def main(s):
    out.append((curses.LINES, curses.COLS, s.getmaxyx(), curses.has_colors(), curses.termname()))
    s.addstr(1, 2, "hello \u00e9", curses.A_BOLD)
    s.addch(3, 0, "\u20ac")
    s.addstr(b" bytes")
    out.append((s.instr(1, 2, 5), s.getyx(), chr(s.inch(1, 2) & curses.A_CHARTEXT), bool(s.inch(1, 2) & curses.A_BOLD)))
    w = curses.newwin(5, 20, 2, 3)
    w.box()
    w.addnstr(1, 1, "abcdef", 3)
    inner = w.derwin(2, 5, 1, 1)
    out.append((w.getbegyx(), inner.getparyx(), inner.instr(0, 0, 3), w.enclose(3, 4), w.enclose(0, 0)))
    del w
    inner.addstr(0, 0, "xyz")
    pad = curses.newpad(50, 50)
    pad.refresh(0, 0, 0, 0, 5, 5)
    attempt(lambda: pad.refresh())
    attempt(lambda: s.addch("ab"))
    attempt(lambda: s.addstr(99, 99, "a"))
    attempt(lambda: s.addstr("a\0"))
    attempt(lambda: s.addch())
    attempt(lambda: s.echochar("\u20ac"))
    attempt(lambda: curses.init_pair(-1, 0, 0))
    attempt(lambda: curses.color_content(1 << 40))
    curses.init_pair(1, curses.COLOR_RED, curses.COLOR_BLUE)
    out.append((curses.pair_content(1), curses.pair_number(curses.color_pair(1))))
    curses.ungetch("q")
    out.append((s.getch(), curses.keyname(ord("a")), curses.unctrl(1), curses.tigetnum("colors") > 0))
    curses.unget_wch("\u00e9")
    out.append(s.get_wch())
    s.nodelay(True)
    out.append(s.getch())
    attempt(lambda: s.getkey())
    s.nodelay(False)
    s.timeout(20)
    out.append(s.getch())
    s.timeout(-1)
    a, b = (curses.panel.new_panel(curses.newwin(3, 3)) for _ in range(2))
    out.append((a.above() is b, b.below() is a, curses.panel.top_panel() is b, a.hidden()))
    a.top()
    b.hide()
    a.set_userptr("mine")
    curses.panel.update_panels()
    curses.doupdate()
    out.append((b.hidden(), curses.panel.top_panel() is a, a.userptr()))
    attempt(b.userptr)
    # Others draw while one waits for a key.
    done = threading.Event()
    def draw(n):
        x = curses.newwin(2, 10, n, 30)
        for i in range(200):
            x.addstr(0, 0, "%d %d" % (n, i))
            x.noutrefresh()
            x.subwin(1, 2, n, 30)
        curses.doupdate()
    threads = [threading.Thread(target=draw, args=(n,)) for n in range(3)]
    for t in threads: t.start()
    def tell():
        for t in threads: t.join()
        s.addstr(10, 0, "READY")
        s.refresh()
    t = threading.Thread(target=tell)
    t.start()
    out.append(s.getkey())
    t.join()
    out.append(s.getch() == curses.KEY_UP)
curses.wrapper(main)
print(*out, sep="\n", file=sys.stderr)
'''
master, slave = pty.openpty()
import fcntl, termios
fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
def control():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
p = subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=slave, stdout=slave, stderr=subprocess.PIPE, preexec_fn=control,
                     env=dict(os.environ, TERM="xterm", LC_ALL="C.UTF-8"))
os.close(slave)
seen = b""
while b"READY" not in seen:
    seen += os.read(master, 10000)
os.write(master, b"k\x1bOA")
def drain():
    try:
        while os.read(master, 10000): pass
    except OSError: pass
threading.Thread(target=drain, daemon=True).start()
print(p.stderr.read().decode().strip())
p.wait()

# expect: (24, 80, (24, 80), True, b'xterm')
# expect: (b'hello', (1, 2), 'h', True)
# expect: ((2, 3), (1, 1), b'abc', True, False)
# expect: error: refresh() for a pad requires 6 arguments
# expect: TypeError: expect bytes or str of length 1, or int, got a str of length 2
# expect: error: addwstr() returned ERR
# expect: ValueError: embedded null character
# expect: TypeError: _curses.window.addch requires 1 to 4 arguments
# expect: OverflowError: byte doesn't fit in chtype
# expect: ValueError: Color pair is less than 0.
# expect: ValueError: Color number is greater than COLORS-1 (7).
# expect: ((1, 4), 1)
# expect: (113, b'a', b'^A', True)
# expect: é
# expect: -1
# expect: error: no input
# expect: -1
# expect: (True, True, True, False)
# expect: (True, True, 'mine')
# expect: error: no userptr set
# expect: k
# expect: True
