import threading, sys, os
def f():
    sys.stdout.flush()
    print('thread before exit', flush=True)
    sys.exit(9)
t = threading.Thread(target=f)
t.start()
t.join()
print('main continues')

# expect: thread before exit
# expect: main continues
