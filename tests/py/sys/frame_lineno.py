# f_lineno can be set by a trace function.
import sys, warnings
warnings.simplefilter('ignore')

def run(f, jumps):
    first = f.__code__.co_firstlineno
    todo = dict(jumps)
    def tracer(frame, event, arg):
        if frame.f_code is not f.__code__:
            return None
        here = frame.f_lineno - first
        if event == 'line' and here in todo:
            try:
                frame.f_lineno = first + todo.pop(here)
            except ValueError as e:
                out.append(str(e).replace(str(first + jumps[here]), 'N'))
        return tracer
    out = []
    sys.settrace(tracer)
    try:
        f(out)
    except Exception as e:
        out.append(repr(e))
    sys.settrace(None)
    print(f.__name__, out)

def simple(out):
    out.append(1)
    out.append(2)
    out.append(3)
    out.append(4)

def loop(out):
    for i in 1, 2:
        out.append(i)
        out.append(i * 10)
    out.append('after')

def handler(out):
    try:
        out.append('try')
        1 / 0
    except ZeroDivisionError:
        out.append('handler')
        out.append('more')
    out.append(sys.exception())

class M:
    def __enter__(self): pass
    def __exit__(self, *a): self.out.append('exit')

def manager(out):
    m = M()
    m.out = out
    with m:
        out.append('in')
        out.append('still')
    out.append('out')

run(simple, {2: 4})
run(simple, {3: 1})
run(simple, {2: -1})
run(simple, {2: 100})
run(loop, {2: 4})
run(loop, {1: 2})
run(loop, {4: 2})
run(loop, {3: 2})
run(handler, {2: 5})
run(handler, {5: 7})
run(handler, {6: 5})
run(manager, {4: 6})

frame = sys._getframe()
for value in 1, 'x', None:
    try:
        frame.f_lineno = value
    except Exception as e:
        print(type(e).__name__, e)
try:
    del frame.f_lineno
except Exception as e:
    print(type(e).__name__, e)

# expect: simple [1, 4]
# expect: simple [1, 2, 1, 2, 3, 4]
# expect: simple [1, 'line N comes before the current code block', 2, 3, 4]
# expect: simple [1, 'line N comes after the current code block', 2, 3, 4]
# expect: loop ['after']
# expect: loop ["can't jump into the body of a for loop", 1, 10, 2, 20, 'after']
# expect: loop [1, 10, 2, 20, "can't jump into the body of a for loop", 'after']
# expect: loop [1, 1, 10, 2, 20, 'after']
# expect: handler ["can't jump into an 'except' block as there's no exception", 'try', 'handler', 'more', None]
# expect: handler ['try', None]
# expect: handler ['try', 'handler', 'handler', 'more', None]
# expect: manager ['out']
# expect: ValueError f_lineno can only be set in a trace function
# expect: ValueError lineno must be an integer
# expect: ValueError lineno must be an integer
# expect: AttributeError cannot delete attribute
