import threading, sys
caught = []
threading.excepthook = lambda a: caught.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
def f(): raise ValueError('in thread')
t = threading.Thread(target=f, name='bad'); t.start(); t.join()
print(caught)
def g(): sys.exit(3)
t = threading.Thread(target=g); t.start(); t.join()
print(len(caught), 'SystemExit ignored')
def h():
    try: 1 / 0
    except ZeroDivisionError as e: caught.append(repr(e))
t = threading.Thread(target=h); t.start(); t.join(); print(caught[-1])

# expect: [('ValueError', 'in thread', 'bad')]
# expect: 2 SystemExit ignored
# expect: ZeroDivisionError('division by zero')
