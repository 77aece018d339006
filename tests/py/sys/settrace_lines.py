# Which events a trace function gets, and the lines they name.
import sys

def run(f, *args):
    out = []
    first = f.__code__.co_firstlineno
    def tracer(frame, event, arg):
        if frame.f_code.co_filename != __file__:
            return None
        if event == 'exception':
            arg = arg[0].__name__
        elif arg is not None and not isinstance(arg, (int, str)):
            arg = type(arg).__name__
        out.append('%s:%d%s' % (event[0], frame.f_lineno - first, '' if arg is None else '=' + str(arg)))
        return tracer
    sys.settrace(tracer)
    try:
        f(*args)
    except Exception as e:
        out.append(type(e).__name__)
    finally:
        sys.settrace(None)
    print(f.__name__, *[o for o in out])

def straight():
    a = 1
    b = 2
    return a + b

def loops(n):
    for i in range(n):
        if i == 1:
            continue
        i += 1
    while n:
        n -= 1
    else:
        n = 5
    while True:
        if n:
            break

def one_line():
    for i in range(3): i += 1

def handlers():
    try:
        try:
            1 / 0
        except KeyError:
            x = 1
        finally:
            y = 2
    except ZeroDivisionError as e:
        pass
    return 7

def leaves():
    try:
        return 1
    finally:
        x = 2

class Manager:
    def __enter__(self): return 1
    def __exit__(self, *a): return True

def managers():
    with Manager() as m:
        raise ValueError
    with Manager(): pass

def gen():
    yield 1
    x = yield 2
    return 'end'

def iterates():
    for v in gen():
        pass

def raises():
    g = gen()
    next(g)
    g.throw(KeyError)

def nested():
    def inner(k):
        return [j for j in range(k)]
    if False:
        inner(0)
    if (len and
        inner(1)):
        pass
    return inner(
        2
    )

def match(v):
    match v:
        case 1:
            return 'one'
        case [a, b]:
            pass
        case _:
            return 'other'

run(straight)
run(loops, 2)
run(one_line)
run(handlers)
run(leaves)
run(managers)
run(iterates)
run(raises)
run(nested)
run(match, 1)
run(match, [1, 2])
run(match, 3)

# expect: straight c:0 l:1 l:2 l:3 r:3=3
# expect: loops c:0 l:1 l:2 l:4 l:1 l:2 l:3 l:1 l:5 l:6 l:5 l:6 l:5 l:8 l:9 l:10 l:11 r:11
# expect: one_line c:0 l:1 l:1 l:1 l:1 r:1
# expect: handlers c:0 l:1 l:2 l:3 e:3=ZeroDivisionError l:4 l:7 l:8 l:9 l:10 r:10=7
# expect: leaves c:0 l:1 l:2 l:4 r:4=1
# expect: managers c:0 l:1 c:-3 l:-3 r:-3=1 l:2 e:2=ValueError l:1 c:-2 l:-2 r:-2=True l:3 c:-3 l:-3 r:-3=1 c:-2 l:-2 r:-2=True r:3
# expect: iterates c:0 l:1 c:-5 l:-4 r:-4=1 l:2 l:1 c:-4 l:-3 r:-3=2 l:2 l:1 c:-3 l:-2 r:-2=end e:1=StopIteration r:1
# expect: raises c:0 l:1 l:2 c:-9 l:-8 r:-8=1 l:3 c:-8 e:-8=KeyError r:-8 e:3=KeyError r:3 KeyError
# expect: nested c:0 l:1 l:3 l:5 l:6 c:1 l:2 l:2 r:2=list l:7 l:8 l:9 l:8 c:1 l:2 l:2 l:2 r:2=list r:8=list
# expect: match c:0 l:1 l:2 l:3 r:3=one
# expect: match c:0 l:1 l:2 l:4 l:5 r:5
# expect: match c:0 l:1 l:2 l:4 l:6 l:7 r:7=other
