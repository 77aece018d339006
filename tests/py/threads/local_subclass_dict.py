import threading

class Mine(threading.local):
    kind = 'class'

m = Mine()
m.x = 1
print(m.__dict__, vars(m))
def other():
    print(m.__dict__)
    m.__dict__['y'] = 2
    print(m.y, hasattr(m, 'x'))
t = threading.Thread(target=other); t.start(); t.join()
m.__dict__.clear()
print(hasattr(m, 'x'), m.kind, m.__dict__)
try: m.__dict__ = {}
except AttributeError as e: print(e)

# expect: {'x': 1} {'x': 1}
# expect: {}
# expect: 2 False
# expect: False class {}
# expect: 'Mine' object attribute '__dict__' is read-only
