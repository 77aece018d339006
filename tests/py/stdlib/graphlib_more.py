from graphlib import *
g = {'D': {'B', 'C'}, 'B': {'A'}, 'C': {'A'}}
ts = TopologicalSorter(g)
o = list(ts.static_order())
print(o[0], sorted(o[1:3]), o[3])
ts = TopologicalSorter()
ts.add(3, 1, 2)
ts.add(4, 3)
ts.prepare()
while ts.is_active():
    n = ts.get_ready()
    print(sorted(n))
    ts.done(*n)
for f in (lambda: ts.add(1), lambda: ts.prepare(), lambda: ts.done(4), lambda: ts.done(99)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t = TopologicalSorter({1: [2], 2: [3], 3: [1]})
try:
    t.prepare()
except CycleError as e:
    print(e.args[0], len(e.args[1]), isinstance(e, ValueError))
try:
    TopologicalSorter({1: [2]}).get_ready()
except ValueError as e:
    print(e)

# expect: A ['B', 'C'] D
# expect: [1, 2]
# expect: [3]
# expect: [4]
# expect: ValueError Nodes cannot be added after a call to prepare()
# expect: ValueError cannot prepare() more than once
# expect: ValueError node 4 was already marked done
# expect: ValueError node 99 was not added using add()
# expect: nodes are in a cycle 4 True
# expect: prepare() must be called first
# lib: -3.13
