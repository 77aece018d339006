# Tracebacks on demand, on a signal, after a time, and when the program crashes. The collector's thread may be among all threads, with no frame.
import faulthandler, os, re, signal, subprocess, sys, tempfile, threading, time

def text(fn, **kw):
    with tempfile.TemporaryFile('w+') as f:
        fn(f)
        f.seek(0)
        out = f.read()
    out = re.sub(r'0x[0-9a-f]{16}( \[[^]]*\])?', 'ID', out)
    return re.sub(r'File "[^"]*/', 'File "', out)

def inner(f):
    faulthandler.dump_traceback(f, all_threads=False)
print(text(inner))
def everything(f):
    faulthandler.dump_traceback(f)
go = threading.Event()
def waits():
    go.wait()
t = threading.Thread(target=waits)
t.start()
while 'wait' not in text(everything):
    pass
print(re.findall(r'(?:Thread|Current thread) ID(?=.*\n  File)|in waits|in everything', text(everything)))
go.set()
t.join()

def by_signal(f):
    faulthandler.register(signal.SIGUSR1, f, all_threads=False)
    os.kill(os.getpid(), signal.SIGUSR1)
    print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
print(text(by_signal).splitlines()[:2])

def later(f):
    faulthandler.dump_traceback_later(0.05, file=f)
    time.sleep(0.3)
    faulthandler.cancel_dump_traceback_later()
lines = text(later).splitlines()
print(lines[0], [line for line in lines if 'in later' in line])

print(faulthandler.is_enabled())
code = 'import faulthandler; faulthandler.enable()\ndef f(): faulthandler._sigsegv()\nf()'
# Builds with a sanitizer would report the signal themselves.
environment = os.environ | {name: os.environ.get(name, '') + ' handle_segv=0' for name in ('TSAN_OPTIONS', 'ASAN_OPTIONS')}
r = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, env=environment)
print(r.returncode, re.sub('0x[0-9a-f]+', 'ID', r.stderr).splitlines()[:5])
r = subprocess.run([sys.executable, '-X', 'faulthandler', '-c', 'import os; os.abort()'], capture_output=True, text=True)
print(r.returncode, r.stderr.splitlines()[0])
r = subprocess.run([sys.executable, '-c', 'import faulthandler as f; f.dump_traceback_later(0.1, exit=True)\nwhile 1: pass'], capture_output=True, text=True)
print(r.returncode, r.stderr.splitlines()[0])
for bad in (lambda: faulthandler.register(signal.SIGSEGV), lambda: faulthandler.dump_traceback_later(-1), lambda: faulthandler.dump_traceback(-5),
            lambda: faulthandler.register(0)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

# expect: Stack (most recent call first):
# expect:   File "faulthandler_dump.py", line 13 in inner
# expect:   File "faulthandler_dump.py", line 6 in text
# expect:   File "faulthandler_dump.py", line 14 in <module>
# expect:
# expect: ['Thread ID', 'in waits', 'Current thread ID', 'in everything']
# expect: True False
# expect: ['Stack (most recent call first):', '  File "faulthandler_dump.py", line 30 in by_signal']
# expect: Timeout (0:00:00.050000)! ['  File "faulthandler_dump.py", line 36 in later']
# expect: False
# expect: -11 ['Fatal Python error: Segmentation fault', '', 'Current thread ID (most recent call first):', '  File "<string>", line 2 in f', '  File "<string>", line 3 in <module>']
# expect: -6 Fatal Python error: Aborted
# expect: 1 Timeout (0:00:00.100000)!
# expect: RuntimeError signal 11 cannot be registered, use enable() instead
# expect: ValueError timeout must be greater than 0
# expect: ValueError file is not a valid file descriptor
# expect: ValueError signal number out of range
