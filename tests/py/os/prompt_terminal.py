# The prompt on a pseudo-terminal: what is typed, and what comes back.
import os, pty, re, select, signal, sys, tempfile, termios, time

home = tempfile.mkdtemp()
pid, fd = pty.fork()
if pid == 0:
    os.environ.update(HOME=home, TERM='dumb')
    os.environ.pop('PYTHONSTARTUP', None)
    os.execv(sys.executable, [sys.executable, '-q'])

seen = ''


def wait(text, seconds=30):
    """Everything up to and with `text`."""
    global seen
    end = time.monotonic() + seconds
    while text not in seen:
        if not select.select([fd], [], [], max(0, end - time.monotonic()))[0]:
            print('TIMEOUT waiting for', repr(text), 'in', repr(seen))
            os.kill(pid, signal.SIGKILL)
            sys.exit(1)
        try:
            data = os.read(fd, 4096)
        except OSError:
            data = b''
        if not data:
            print('END waiting for', repr(text), 'in', repr(seen))
            sys.exit(1)
        seen += re.sub(r'\x1b\[[0-9;?]*[a-zA-Z]', '', data.decode(errors='replace')).replace('\r', '')
    at = seen.index(text) + len(text)
    before, seen = seen[:at], seen[at:]
    return before


def type_(text):
    # The library prompts before it changes the terminal, where such a key means something else until then.
    while text[0] in '\x01\x04\x10' and termios.tcgetattr(fd)[3] & termios.ICANON:
        time.sleep(0.001)
    os.write(fd, text.encode())


def say(line, answer, prompt='>>> '):
    type_(line + '\n')
    wait(answer)
    wait(prompt)
    print('ok', line)


wait('>>> ')
say('6 * 7', '\n42\n')
say('_ + 1', '\n43\n')
say('1 / 0', 'ZeroDivisionError: division by zero\n')
type_('def f(n):\n')
wait('... ')
type_('    return n * 2\n')
wait('... ')
say('', '\n')
say('f(50)', '\n100\n')
say('if f:', '... ', prompt='')
say("    print('yes' * 2)", '... ', prompt='')
say('', '\nyesyes\n')
# Ctrl-C drops the statement being typed, and interrupts a program.
type_('for x in (')
time.sleep(0.3)
type_('\x03')
wait('KeyboardInterrupt')
wait('>>> ')
print('ok interrupt while typing')
type_('while True: pass\n')
wait('... ')
type_('\n')
time.sleep(0.5)
type_('\x03')
wait('KeyboardInterrupt')
wait('>>> ')
print('ok interrupt of a loop')
type_('import time; time.sleep(60)\n')
time.sleep(0.5)
type_('\x03')
wait('KeyboardInterrupt')
wait('>>> ')
print('ok interrupt of a sleep')
# History: Ctrl-P brings the line before last back; Ctrl-A and Ctrl-K edit.
say("'first' + 'Line'", "\n'firstLine'\n")
type_('\x10')
time.sleep(0.3)
say('', "\n'firstLine'\n")
type_('2 + 1000')
type_('\x01\x0b')
say('3 + 4', '\n7\n')
# Completion by the tabulator.
say('unusual_name = 77', '')
type_('unusual_n\t')
time.sleep(0.3)
say('', '\n77\n')
say('import string', '')
type_('string.ascii_lo\t')
time.sleep(0.3)
say('', "\n'abcdefghijklmnopqrstuvwxyz'\n")
type_("input('name? ')\n")
wait('name? ')
wait('name? ')
say('Zoë', "'Zoë'\n")
say("raise ValueError('mine')", 'ValueError: mine\n')
# Ctrl-D ends it.
type_('\x04')
status = os.waitpid(pid, 0)[1]
print(os.WIFEXITED(status), os.WEXITSTATUS(status))
print('Line' in open(home + '/.skein_history').read())

pid, fd = pty.fork()
if pid == 0:
    os.environ.update(HOME=home, TERM='dumb')
    os.execv(sys.executable, [sys.executable, '-q'])
seen = ''
wait('>>> ')
type_('exit(3)\n')
status = os.waitpid(pid, 0)[1]
print(os.WIFEXITED(status), os.WEXITSTATUS(status))

# expect: ok 6 * 7
# expect: ok _ + 1
# expect: ok 1 / 0
# expect: ok 
# expect: ok f(50)
# expect: ok if f:
# expect: ok     print('yes' * 2)
# expect: ok 
# expect: ok interrupt while typing
# expect: ok interrupt of a loop
# expect: ok interrupt of a sleep
# expect: ok 'first' + 'Line'
# expect: ok 
# expect: ok 3 + 4
# expect: ok unusual_name = 77
# expect: ok 
# expect: ok import string
# expect: ok 
# expect: ok Zoë
# expect: ok raise ValueError('mine')
# expect: True 0
# expect: True
# expect: True 3
