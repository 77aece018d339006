def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import gc
t(lambda: gc.isenabled())
t(lambda: gc.collect() >= 0)
t(lambda: gc.get_threshold() != ())
t(lambda: len(gc.get_count()))
t(lambda: gc.is_tracked([]))
t(lambda: gc.is_tracked(5))
t(lambda: gc.get_debug())
t(lambda: gc.disable())
t(lambda: gc.isenabled())
t(lambda: gc.enable())
t(lambda: gc.garbage)
t(lambda: isinstance(gc.get_stats(), list))
t(lambda: [] in [x for x in gc.get_objects() if x == []][:1] or True)
t(lambda: gc.freeze())
t(lambda: gc.unfreeze())
class A: pass
a = A(); a.me = a; del a; print(gc.collect() > 0)
l = []; d = {'l': l}; print(any(r is d for r in gc.get_referrers(l)), any(r is l for r in gc.get_referents(d)))
log = []
gc.callbacks.append(lambda ph, info: log.append(ph)); gc.collect(); gc.callbacks.clear(); print(log[:2])
t(lambda: gc.collect(5))
t(lambda: gc.collect('a'))

# expect: True
# expect: True
# expect: True
# expect: 3
# expect: True
# expect: False
# expect: 0
# expect: None
# expect: False
# expect: None
# expect: []
# expect: True
# expect: True
# expect: None
# expect: None
# expect: True
# expect: True True
# expect: ['start', 'stop']
# expect: ValueError invalid generation
# expect: TypeError 'str' object cannot be interpreted as an integer
