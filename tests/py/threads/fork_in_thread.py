# A child forked by a thread ends with that thread.
import os
import sys
import threading
import warnings

warnings.simplefilter('ignore')
main = threading.current_thread()


def joins():
    main.join()
    print('joined')
    sys.stdout.flush()


def worker():
    pid = os.fork()
    if pid:
        print(os.waitpid(pid, 0)[1])
        return
    t = threading.Thread(target=joins)
    t.start()
    t.join()


w = threading.Thread(target=worker)
w.start()
w.join()

# expect: joined
# expect: 0
