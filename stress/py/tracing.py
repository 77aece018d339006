"""Tracing, profiling and monitoring switched on and off while other threads run; frames of other threads looked into."""
import sys
import threading

from torture import check, run

TOOL = 3
tools = threading.Lock()
events = sys.monitoring.events
SETS = (0, events.LINE, events.PY_START | events.PY_RETURN, events.CALL, events.JUMP | events.BRANCH_LEFT | events.BRANCH_RIGHT, events.INSTRUCTION, events.RAISE | events.PY_UNWIND)


def watch(frame, event, arg):
    frame.f_lineno, frame.f_locals.get("x")
    return watch


def profile(frame, event, arg):
    frame.f_code.co_name


def work(n):
    x = []
    for i in range(n):
        x.append(i)
        if i % 3 == 0:
            try:
                x[99]
            except IndexError:
                y = len(x)
    return sum(steps(n)) + (lambda: len(x))()


def steps(n):
    for i in range(n):
        z = yield i


def make():
    shared = [steps(5)]
    frames = [sys._getframe()]

    def busy(rng):
        work(rng.randrange(20))

    def traced(rng):
        sys.settrace(watch)
        try:
            work(3)
        finally:
            sys.settrace(None)

    def profiled(rng):
        sys.setprofile(profile)
        try:
            work(5)
        finally:
            sys.setprofile(None)

    def trace_all(rng):
        if rng.randrange(10) == 0:
            sys._settraceallthreads(watch if rng.randrange(2) else None)
        elif rng.randrange(10) == 0:
            sys._setprofileallthreads(profile if rng.randrange(2) else None)
        elif rng.randrange(3) == 0:
            sys._settraceallthreads(None)
            sys._setprofileallthreads(None)

    def monitored(rng):
        if rng.randrange(5):
            return
        with tools:
            sys.monitoring.use_tool_id(TOOL, "torture")
            for event in (events.LINE, events.PY_START, events.CALL, events.JUMP):
                sys.monitoring.register_callback(TOOL, event, lambda *args: sys.monitoring.DISABLE if rng.randrange(9) == 0 else None)
            sys.monitoring.set_events(TOOL, SETS[rng.randrange(len(SETS))])
            sys.monitoring.set_local_events(TOOL, work.__code__, SETS[rng.randrange(6)])
            work(10)
            sys.monitoring.restart_events()
            sys.monitoring.set_local_events(TOOL, work.__code__, 0)
            sys.monitoring.set_events(TOOL, 0)
            sys.monitoring.free_tool_id(TOOL)

    def look(rng):
        for frame in list(sys._current_frames().values()):
            for _ in range(4):
                if frame is None:
                    break
                frame.f_lineno, frame.f_lasti, repr(frame)
                locals = frame.f_locals
                list(locals.items()), locals.get("x"), len(locals), "i" in locals
                frames[0] = frame
                frame = frame.f_back

    def write(rng):
        frame = frames[0]
        if frame.f_code.co_name in ("work", "steps"):
            frame.f_locals["y"] = frame.f_locals["z"] = rng
        frame.f_locals.get("x"), frame.f_lineno
        frame.f_trace = None
        if frame.f_code.co_name == "steps":
            frame.clear()

    def generate(rng):
        one = shared[0]
        frame = one.gi_frame
        if frame is not None:
            frames[0] = frame
            dict(frame.f_locals), frame.f_lineno, frame.f_back
        try:
            next(one)
        except StopIteration:
            shared[0] = steps(5)

    def mine(rng):
        value = rng.randrange(9)
        sys._getframe().f_locals["value"] = value + 1
        check(value in range(1, 10) or value is rng)

    return [busy, busy, busy, traced, profiled, trace_all, monitored, look, write, generate, mine]


try:
    run(make, (RuntimeError, ValueError, KeyError), batch=50)
finally:
    sys._settraceallthreads(None)
    sys._setprofileallthreads(None)
