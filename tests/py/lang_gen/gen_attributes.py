def g(a):
    b = 2
    yield a
    yield b
i = g(1)
print(i.gi_running, i.gi_frame is not None, i.gi_yieldfrom, i.gi_code is g.__code__, i.__name__, i.__qualname__)
next(i); print(i.gi_frame.f_locals, i.gi_suspended)
list(i); print(i.gi_frame, i.gi_suspended)
i.__name__ = 'new'; print(i.__name__, repr(i).split(' at ')[0])
try: i.__name__ = 5
except TypeError as e: print(e)
def d(): yield from g(1)
j = d(); next(j); print(j.gi_yieldfrom.__name__)
import inspect
print(inspect.getgeneratorstate(j), inspect.getgeneratorstate(i), inspect.getgeneratorstate(g(1)))
print(next(inspect.getgeneratorlocals(k).items() and iter(['locals']) for k in [j]) )

# expect: False True None True g g
# expect: {'a': 1, 'b': 2} True
# expect: None False
# expect: new <generator object g
# expect: __name__ must be set to a string object
# expect: g
# expect: GEN_SUSPENDED GEN_CLOSED GEN_CREATED
# expect: []
