import threading, sys
def hook(args): print("HOOK", args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook
def bad(): raise KeyError("x")
t = threading.Thread(target=bad, name="T1"); t.start(); t.join()
threading.excepthook = threading.__excepthook__
def se(): raise SystemExit(5)
t = threading.Thread(target=se); t.start(); t.join(); print("SystemExit ignored")
threading.settrace(None)
calls = []
threading.setprofile(lambda f, e, a: calls.append(f.f_code.co_name) if e == "call" else None)
def work(): inner()
def inner(): pass
t = threading.Thread(target=work); t.start(); t.join(); threading.setprofile(None)
print([c for c in calls if c in ("work", "inner")])
class My(threading.Thread):
    def __init__(self, n): super().__init__(name=f"my-{n}"); self.n = n; self.result = None
    def run(self): self.result = self.n ** 2
ts = [My(i) for i in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]; print([t.result for t in ts], repr(ts[0]).split(",")[0])
class NoInit(threading.Thread):
    def __init__(self): pass
try: NoInit().start()
except RuntimeError as e: print(e)
def hook2(args): raise ValueError("hook is broken")
threading.excepthook = hook2
t = threading.Thread(target=bad, name="T2"); t.start(); t.join()
print("end")

# expect: HOOK KeyError 'x' T1
# expect: SystemExit ignored
# expect: ['work', 'inner']
# expect: [0, 1, 4] <My(my-0
# expect: thread.__init__() not called
# expect: end
