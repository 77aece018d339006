# A bare raise without an exception comes from its own frame; one of what is handled leaves the traceback alone.
import sys
def bare():
    raise
def helper():
    raise
def handled():
    try:
        1 / 0
    except ZeroDivisionError:
        helper()
def frames(e):
    t, out = e.__traceback__, []
    while t:
        out.append((t.tb_frame.f_code.co_name, t.tb_lineno - t.tb_frame.f_code.co_firstlineno))
        t = t.tb_next
    return out[1:]
for f in bare, handled:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e, frames(e))
events = []
def trace(frame, event, arg):
    if frame.f_code.co_name == 'bare': events.append(event)
    return trace
sys.settrace(trace)
try:
    bare()
except RuntimeError:
    pass
sys.settrace(None)
print(events)
def types(t):
    try:
        1 / 0
    except t:
        pass
try:
    types(5)
except TypeError as e:
    t = e.__traceback__.tb_next
    p = list(t.tb_frame.f_code.co_positions())[t.tb_lasti // 2]
    print(p[0] - t.tb_frame.f_code.co_firstlineno, p[1] - p[0], p[2])

# expect: RuntimeError No active exception to reraise [('bare', 1)]
# expect: ZeroDivisionError division by zero [('handled', 4), ('handled', 2)]
# expect: ['call', 'line', 'exception', 'return']
# expect: 3 1 4
