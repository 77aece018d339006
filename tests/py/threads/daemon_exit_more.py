import threading, time, atexit
atexit.register(lambda: print("atexit"))
def forever():
    while True: time.sleep(0.01)
t = threading.Thread(target=forever, daemon=True); t.start()
def late():
    time.sleep(0.1); print("late done")
threading.Thread(target=late).start()
print("main done", t.daemon, threading.active_count())

# expect: main done True 3
# expect: late done
# expect: atexit
