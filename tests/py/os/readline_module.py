# needs: 3.14
# The module readline: history, and input() edited at a terminal.
import os, pty, readline, subprocess, sys, tempfile, termios, time

for text in ("a", "b", "\u00e9"):
    readline.add_history(text)
print([readline.get_history_item(i) for i in range(5)], readline.get_current_history_length())
readline.replace_history_item(0, "z")
readline.remove_history_item(1)
print([readline.get_history_item(i) for i in (1, 2)], readline.get_history_length())
for f, args in ((readline.remove_history_item, (5,)), (readline.remove_history_item, (-1,)), (readline.replace_history_item, (9, "x")),
                (readline.add_history, (1,)), (readline.set_completer, (1,)), (readline.read_history_file, ("/nonexistent/file",))):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "history")
    readline.write_history_file(name)
    readline.add_history("late")
    readline.append_history_file(1, name)
    readline.clear_history()
    print(readline.get_current_history_length())
    readline.read_history_file(name)
    print([readline.get_history_item(i) for i in (1, 2, 3, 4)])
print(readline.get_completer(), readline.set_completer(len), readline.get_completer(), readline.set_completer())
readline.set_completer_delims(" ;")
print(repr(readline.get_completer_delims()), readline.get_begidx(), readline.get_endidx(), readline.backend)

PROGRAM = '''
import readline, sys
readline.parse_and_bind('bind ^I rl_complete')
readline.set_completer(lambda t, n: ["hello_world", None][n] if n < 2 else None)
answers = [input("one> "), input("two> ")]
for prompt in ("three> ", "four> "):
    try: input(prompt)
    except (KeyboardInterrupt, EOFError) as e: answers.append(type(e).__name__)
print(answers, readline.get_history_item(2), file=sys.stderr)
'''
master, slave = pty.openpty()
def control():
    import fcntl, termios
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
p = subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=slave, stdout=slave, stderr=subprocess.PIPE, preexec_fn=control,
                     env=dict(os.environ, TERM="xterm", LC_ALL="C.UTF-8"))
os.close(slave)
# Each prompt has its own text: an answer's line is drawn more than once, and what is typed too early may be thrown away.
for prompt, keys in ((b"one> ", b"abX\x7f\xc3\xa9\n"), (b"two> ", b"hel\t\n"), (b"three> ", b"\x03"), (b"four> ", b"\x04")):
    seen = b""
    while prompt not in seen:
        seen += os.read(master, 1000)
    while termios.tcgetattr(master)[3] & termios.ICANON:   # the library prompts first; until then ^D would end a line
        time.sleep(0.001)
    os.write(master, keys)
print(p.stderr.read().decode().strip())
p.wait()

# expect: [None, 'a', 'b', 'é', None] 3
# expect: ['z', 'é'] -1
# expect: ValueError No history item at position 5
# expect: ValueError History index cannot be negative
# expect: ValueError No history item at position 9
# expect: TypeError add_history() argument must be str, not int
# expect: TypeError set_completer(func): argument not callable
# expect: FileNotFoundError [Errno 2] No such file or directory: '/nonexistent/file'
# expect: 0
# expect: ['z', 'é', 'late', None]
# expect: None None <built-in function len> None
# expect: ' ;' 0 0 editline
# expect: ['abé', 'hello_world', 'KeyboardInterrupt', 'EOFError'] hello_world
