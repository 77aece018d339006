import threading, time
def forever():
    while True: time.sleep(0.01)
t = threading.Thread(target=forever, daemon=True); t.start()
print(t.daemon, t.is_alive())
try: t.daemon = False
except RuntimeError as e: print(e)
print('main ends')

# expect: True True
# expect: cannot set daemon status of active thread
# expect: main ends
