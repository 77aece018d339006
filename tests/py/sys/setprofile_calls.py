# What a profile function hears.
import sys

log = []
def profiler(frame, event, arg):
    name = getattr(arg, '__qualname__', arg) if event.startswith('c_') else None
    log.append((event, frame.f_code.co_name, name))

def gen():
    yield 1
    yield 2

def work(items):
    items.append(len(items))
    for v in gen():
        items.append(v)
    try:
        int.from_bytes(5)
    except TypeError:
        pass
    try:
        [].pop()
    except IndexError:
        pass
    return sorted(items, key=lambda v: -v)

sys.setprofile(profiler)
work([1])
sys.setprofile(None)
for entry in log:
    print(*entry)
print(sys.getprofile())

def bad(frame, event, arg):
    raise OSError(event)
sys.setprofile(bad)
try:
    work([])
except OSError as e:
    print('OSError', e)
print(sys.getprofile())

# expect: call work None
# expect: c_call work len
# expect: c_return work len
# expect: c_call work list.append
# expect: c_return work list.append
# expect: call gen None
# expect: return gen None
# expect: c_call work list.append
# expect: c_return work list.append
# expect: call gen None
# expect: return gen None
# expect: c_call work list.append
# expect: c_return work list.append
# expect: call gen None
# expect: return gen None
# expect: c_call work int.from_bytes
# expect: c_exception work int.from_bytes
# expect: c_call work list.pop
# expect: c_exception work list.pop
# expect: c_call work sorted
# expect: call <lambda> None
# expect: return <lambda> None
# expect: call <lambda> None
# expect: return <lambda> None
# expect: call <lambda> None
# expect: return <lambda> None
# expect: call <lambda> None
# expect: return <lambda> None
# expect: c_return work sorted
# expect: return work None
# expect: c_call <module> setprofile
# expect: None
# expect: OSError call
# expect: None
