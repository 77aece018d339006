# A trace function that raises is taken away; what it raises goes into the traced code.
import sys

def f():
    try:
        x = 1
        y = 2
    except ValueError as e:
        return 'caught ' + str(e)
    return 'not'

for when in 'call', 'line', 'return':
    def tracer(frame, event, arg):
        if event == when:
            raise ValueError('from ' + event)
        return tracer
    sys.settrace(tracer)
    try:
        print(f())
    except ValueError as e:
        print('outside', e)
    print(sys.gettrace())

# None from the first call: nothing more of this frame.
seen = []
def once(frame, event, arg):
    seen.append((frame.f_code.co_name, event))
sys.settrace(once)
f()
sys.settrace(None)
print(seen)

# Lines can be switched off, single instructions on.
seen = []
def quiet(frame, event, arg):
    frame.f_trace_lines = False
    seen.append(event)
    return quiet
sys.settrace(quiet)
f()
sys.settrace(None)
print(seen)
kinds = set()
def fine(frame, event, arg):
    frame.f_trace_opcodes = True
    kinds.add(event)
    return fine
sys.settrace(fine)
f()
sys.settrace(None)
print(sorted(kinds))

def k(tr):
    sys._getframe().f_trace = tr
    sys.settrace(tr)
    x = 1
    y = 2
    return y
seen = []
def local(frame, event, arg):
    seen.append((event, frame.f_lineno - k.__code__.co_firstlineno, arg))
    return local
k(local)
sys.settrace(None)
print([s for s in seen if s[0] != 'call' or s[1] >= 0][:4])

def called(n):
    return n * 2
log = []
def outer(frame, event, arg):
    if event == 'call' and frame.f_code.co_name == 'called':
        log.append('outer')
        if len(log) < 3:
            log.append(sys.call_tracing(called, (4,)))
    return None
sys.settrace(outer)
called(1)
sys.settrace(None)
print(log)

# expect: outside from call
# expect: None
# expect: outside from line
# expect: None
# expect: outside from return
# expect: None
# expect: [('f', 'call')]
# expect: ['call', 'return']
# expect: ['call', 'line', 'opcode', 'return']
# expect: [('line', 3, None), ('line', 4, None), ('line', 5, None), ('return', 5, 2)]
# expect: ['outer', 'outer', 'outer', 8, 8]
