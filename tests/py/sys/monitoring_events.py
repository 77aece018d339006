# sys.monitoring: events of all code and of single code objects.
import sys
m = sys.monitoring
E = m.events
TOOL = 3
m.use_tool_id(TOOL, 'test')
log = []

def note(name, value=lambda *a: ''):
    def callback(code, *args):
        if code.co_filename == __file__ and code.co_name != '<module>':
            log.append((name, code.co_name) + ((value(*args),) if value(*args) != '' else ()))
    return callback

def gen():
    yield 'a'
    yield 'b'

def fails():
    raise KeyError('k')

def work(n):
    total = 0
    for i in range(n):
        total += i
    try:
        fails()
    except KeyError:
        pass
    for v in gen():
        len(v)
    return total

m.register_callback(TOOL, E.PY_START, note('start'))
m.register_callback(TOOL, E.PY_RESUME, note('resume'))
m.register_callback(TOOL, E.PY_RETURN, note('return', lambda o, v: v))
m.register_callback(TOOL, E.PY_YIELD, note('yield', lambda o, v: v))
m.register_callback(TOOL, E.RAISE, note('raise', lambda o, e: repr(e)))
m.register_callback(TOOL, E.EXCEPTION_HANDLED, note('handled', lambda o, e: repr(e)))
m.register_callback(TOOL, E.PY_UNWIND, note('unwind', lambda o, e: repr(e)))
m.register_callback(TOOL, E.CALL, note('call', lambda o, f, a: f.__name__))
m.register_callback(TOOL, E.C_RETURN, note('c_return', lambda o, f, a: f.__name__))
m.set_events(TOOL, E.PY_START | E.PY_RESUME | E.PY_RETURN | E.PY_YIELD | E.RAISE | E.EXCEPTION_HANDLED | E.PY_UNWIND)
work(2)
m.set_events(TOOL, 0)
for entry in log:
    print(*entry)
log.clear()
m.set_events(TOOL, E.CALL)
work(1)
m.set_events(TOOL, 0)
print(log)

# Lines of one function; switched off after the first time; on again.
lines = []
first = work.__code__.co_firstlineno
def line(code, number):
    lines.append(number - first)
    return m.DISABLE
m.register_callback(TOOL, E.LINE, line)
m.set_local_events(TOOL, work.__code__, E.LINE)
print(m.get_local_events(TOOL, work.__code__) == E.LINE, m.get_events(TOOL))
work(3)
work(3)
print(lines)
m.restart_events()
lines.clear()
work(1)
print(lines)
m.set_local_events(TOOL, work.__code__, 0)

def stop(*args):
    return m.DISABLE
m.register_callback(TOOL, E.RAISE, stop)
m.set_events(TOOL, E.RAISE)
try:
    work(0)
except ValueError as e:
    print(e)
m.set_events(TOOL, 0)

for bad in (lambda: m.use_tool_id(TOOL, 'again'), lambda: m.use_tool_id(9, 'x'), lambda: m.set_events(4, E.LINE),
            lambda: m.set_events(TOOL, E.C_RETURN), lambda: m.register_callback(TOOL, 3, None), lambda: m.set_local_events(TOOL, 5, 0),
            ):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(m.get_tool(TOOL))
m.free_tool_id(TOOL)
print(m.get_tool(TOOL))

# expect: start work
# expect: start fails
# expect: raise fails KeyError('k')
# expect: unwind fails KeyError('k')
# expect: raise work KeyError('k')
# expect: handled work KeyError('k')
# expect: start gen
# expect: yield gen a
# expect: resume gen
# expect: yield gen b
# expect: resume gen
# expect: return gen None
# expect: return work 1
# expect: [('call', 'work', 'range'), ('c_return', 'work', 'range'), ('call', 'work', 'fails'), ('call', 'fails', 'KeyError'), ('c_return', 'fails', 'KeyError'), ('call', 'work', 'gen'), ('call', 'work', 'len'), ('c_return', 'work', 'len'), ('call', 'work', 'len'), ('c_return', 'work', 'len')]
# expect: True 0
# expect: [1, 2, 3, 2, 4, 5, 6, 7, 8, 9, 8, 10]
# expect: [1, 2, 3, 2, 4, 5, 6, 7, 8, 9, 8, 10]
# expect: Cannot disable RAISE events. Callback removed.
# expect: ValueError tool 3 is already in use
# expect: ValueError invalid tool 9 (must be between 0 and 5)
# expect: ValueError tool 4 is not in use
# expect: ValueError cannot set C_RETURN or C_RAISE events independently
# expect: ValueError The callback can only be set for one event at a time
# expect: TypeError code must be a code object
# expect: test
# expect: None
