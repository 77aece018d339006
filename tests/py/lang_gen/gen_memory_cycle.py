import gc, weakref
class O: pass
def g(o):
    try: yield o
    finally: print('cleanup')
o = O(); r = weakref.ref(o); i = g(o); next(i); del o
print(r() is not None); del i; gc.collect(); print(r())
def cyc():
    me = yield
    yield me
i = cyc(); next(i); i.send(i); w = weakref.ref(i); del i
gc.collect(); print(w())
def loop():
    try: yield
    finally: print('finalized in cycle')
class H: pass
h = H(); h.g = loop(); next(h.g); h.self = h; del h; gc.collect()
print('done')

# expect: True
# expect: cleanup
# expect: None
# expect: None
# expect: finalized in cycle
# expect: done
