# What built-in types do at their corners.
import copy
import itertools
import os
import pickle
import threading


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, str(e)[:100])


class Local(threading.local):
    pass


o = Local()
o.x = 5
print(o.__dict__, vars(o), o.x)
thread = threading.Thread(target=lambda: print(hasattr(o, 'x'), o.__dict__))
thread.start()
thread.join()


class Names(dict):
    def __getitem__(self, key):
        return 42 if key == 'foo' else dict.__getitem__(self, key)


t(lambda: eval('foo', {'__builtins__': Names()}))
t(lambda: eval('bar', {'__builtins__': Names()}))
t(lambda: eval('foo', Names()))
t(lambda: type('A', (), {'__doc__': 'x\udcdcy'}))
t(lambda: getattr(type, '__abstractmethods__', 'none'))

deep = ()
for i in range(200_000): deep = (deep,)
t(lambda: hash(deep))

star = next(iter(tuple[int]))
print(star, copy.deepcopy(star), pickle.loads(pickle.dumps(tuple[str, *tuple[int, ...]])))
t(lambda: os.sched_param(3))
t(lambda: os.sched_param())


class Slow:
    def __iter__(self): return self
    def __next__(self): return next(b)


a, b = itertools.tee(Slow())
t(lambda: next(a))


class Counted:
    eq = 0
    def __hash__(self): return 42
    def __eq__(self, other):
        Counted.eq += 1
        return self is other


d = {Counted(): 5}
d.setdefault(Counted(), [])
print(Counted.eq)


class Bytes(str):
    def __bytes__(self): return b'abc'


t(lambda: bytes(Bytes('\u20ac')))
m = memoryview(bytearray(16))


class Index:
    def __index__(self):
        m.release()
        return 4


t(lambda: m[Index()])
t(lambda: '%.*d' % (2 ** 62, 1))
t(lambda: frozenset([1]).intersection() is frozenset([1]))
t(lambda: 1 << 2 ** 64)
t(lambda: 'x'.ljust(2 ** 62))
for hint in (type('L', (), {'__iter__': lambda s: iter(()), '__len__': lambda s: 1 / 0}),):
    t(lambda: list(hint()))
    t(lambda: [].extend(hint()))
    t(lambda: bytearray().extend(hint()))

# expect: {'x': 5} {'x': 5} 5
# expect: False {}
# expect: 42
# expect: NameError name 'bar' is not defined
# expect: 42
# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\udcdc' in position 1: surrogates not allowed
# expect: none
# expect: RecursionError maximum recursion depth exceeded while hashing an object
# expect: *tuple[int] *tuple[int] tuple[str, *tuple[int, ...]]
# expect: posix.sched_param(sched_priority=3)
# expect: TypeError sched_param() missing required argument 'sched_priority' (pos 1)
# expect: RuntimeError cannot re-enter the tee iterator
# expect: 1
# expect: b'abc'
# expect: ValueError operation forbidden on released memoryview object
# expect: OverflowError Python int too large to convert to C int
# expect: False
# expect: MemoryError 
# expect: MemoryError 
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
