# A signal handler that runs while its thread waits for a module imports another one, which the thread that is importing the first
# one needs: nobody waits for ever, and nobody sees half a module.
import os, signal, sys, tempfile, threading, time

folder = tempfile.mkdtemp()
with open(os.path.join(folder, "first.py"), "w") as f:
    f.write("import __main__ as m, time\nm.first_begun.set()\nm.second_begun.wait()\ntime.sleep(0.05)\nfrom second import value\n")
with open(os.path.join(folder, "second.py"), "w") as f:
    f.write("import __main__ as m, time\nm.second_begun.set()\ntime.sleep(0.3)\nvalue = 'whole'\n")
sys.path.insert(0, folder)
seen = []
first_begun, second_begun = threading.Event(), threading.Event()


def handler(number, frame):
    import second
    seen.append("handler: " + second.value)


def in_thread():
    import first
    seen.append("thread: " + first.value)


signal.signal(signal.SIGUSR1, handler)
thread = threading.Thread(target=in_thread)
thread.start()
first_begun.wait()
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
import first
thread.join()
print(sorted(seen), "main:", first.value)
for name in "first.py", "second.py":
    os.unlink(os.path.join(folder, name))
# expect: ['handler: whole', 'thread: whole'] main: whole
