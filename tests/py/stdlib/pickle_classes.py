# Pickler and Unpickler as classes: their hooks, memos, buffers and errors.
import io
import pickle
import threading
from pickle import PickleBuffer


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Persist(pickle.Pickler):
    def persistent_id(self, obj):
        return ('id', obj.n) if isinstance(obj, Ref) else None

    def reducer_override(self, obj):
        return (str, ('replaced',)) if isinstance(obj, complex) else NotImplemented


class Restore(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid

    def find_class(self, module, name):
        print('find', module, name)
        return super().find_class(module, name)


class Ref:
    def __init__(self, n):
        self.n = n


for protocol in (1, 2, 5):
    f = io.BytesIO()
    p = Persist(f, protocol)
    p.dump([Ref(1), 1j, len])
    f.seek(0)
    print(Restore(f).load())
f = io.BytesIO()
attempt(lambda: Persist(f, 0).dump(Ref(1)))
print(f.getvalue())
p = pickle.Pickler(f := io.BytesIO())
shared = ['x']
p.dump(shared)
p.dump([shared])
print(f.getvalue(), sorted(v[0] for v in p.memo.copy().values()))
f.seek(0)
u = pickle.Unpickler(f)
a, b = u.load(), u.load()
print(a, b, b[0] is a, u.memo.copy(), f.read())
p.clear_memo()
print(p.memo.copy())
p.memo = {id(shared): (7, shared)}
p.dump(shared)
attempt(lambda: setattr(p, 'memo', 3))
p = pickle.Pickler(f := io.BytesIO(), 4)
p.fast = 1
p.dump([shared, shared])
print(f.getvalue(), p.bin, p.fast)
loop = []
loop.append(loop)
for i in range(60):
    loop = [loop]
try:
    p.dump(loop)
except (ValueError, RecursionError) as e:
    print(type(e).__name__)
p = pickle.Pickler(f := io.BytesIO())
p.dispatch_table = {Ref: lambda r: (Ref, (r.n + 1,))}
p.dump(Ref(1))
print(pickle.loads(f.getvalue()).n)
# Buffers
data = bytearray(b'abc')
buffers = []
out = pickle.dumps(PickleBuffer(data), 5, buffer_callback=buffers.append)
print(out, len(buffers), bytes(buffers[0]))
print(pickle.loads(out, buffers=buffers).__class__.__name__, pickle.loads(pickle.dumps(PickleBuffer(b'abc'), 5)), pickle.loads(pickle.dumps(PickleBuffer(data), 5)))
pb = PickleBuffer(memoryview(b'abcd').cast('H'))
print(pb.raw().tobytes(), pb.raw().format, memoryview(PickleBuffer(data)).obj is data)
pb.release()
attempt(lambda: pb.raw())
attempt(lambda: PickleBuffer(3))
attempt(lambda: pickle.dumps(PickleBuffer(b''), 4))
attempt(lambda: pickle.loads(out))
attempt(lambda: pickle.dumps(1, 4, buffer_callback=print))
# What is wrong
for bad in (b'', b'.', b'N', b'0.', b'(0.', b't.', b'K', b'X\x05\0\0\0ab', b'h\x05.', b'g5\n.', b'\x80\x09.', b'q\0.', b'Sabc\n.', b'Ifoo\n.', b'cnosuch\nname\n.', b'cos\nnosuch\n.',
            b'\xff', b"z", b'P1\n.', b'\x95\x05\0\0\0\0\0\0\0N.', b'NNb.', b']NNs.', b')R.', b'\x8a\x01', b'\x8b\xff\xff\xff\xff', b'\x97.', b'\x82\x01.', b'i', b'N\x86.', b'}Nu.'):
    attempt(lambda: pickle.loads(bad))
attempt(lambda: pickle.loads(3))
attempt(lambda: pickle.Unpickler(3))
attempt(lambda: pickle.Pickler(3))
attempt(lambda: pickle.dumps(1, 6))
attempt(lambda: pickle.dumps(threading.Lock()))
for parts in ((), (1, ()), (int, 5), (int, (), None, 3), (int, (), None, None, 3), (int,) * 7):
    class Bad:
        def __reduce__(self):
            return parts
    try:
        pickle.dumps(Bad())
    except pickle.PicklingError as e:
        print('PicklingError')
print(pickle.loads(b"S'a\\xe9'\n.", encoding='latin1'), pickle.loads(b'U\x02a\xe9.', encoding='bytes'), pickle.loads(b'V\\u20ac\n.'), pickle.loads(b'L5L\n.'), pickle.loads(b'I01\n.'),
      pickle.loads(b'c__builtin__\nxrange\n(I3\ntR.'), pickle.loads(b'\x80\x02N2\x86.'))


# One pickler serves one thread at a time.
class Slow:
    def __reduce__(self):
        entered.set()
        leave.wait(10)
        return int, ()


entered, leave = threading.Event(), threading.Event()
p = pickle.Pickler(io.BytesIO())
t = threading.Thread(target=p.dump, args=(Slow(),))
t.start()
entered.wait()
attempt(lambda: p.dump(1))
leave.set()
t.join()
p.dump(1)
results = []
objects = [Ref(i) for i in range(300)]
threads = [threading.Thread(target=lambda: results.append([r.n for r in pickle.loads(pickle.dumps(objects))] == list(range(300)))) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results)

# needs: 3.14
# expect: find __builtin__ unicode
# expect: find __builtin__ len
# expect: [('id', 1), 'replaced', <built-in function len>]
# expect: find __builtin__ unicode
# expect: find __builtin__ len
# expect: [('id', 1), 'replaced', <built-in function len>]
# expect: find builtins str
# expect: find builtins len
# expect: [('id', 1), 'replaced', <built-in function len>]
# expect: None
# expect: b"P('id', 1)\n."
# expect: b'\x80\x05\x95\x08\x00\x00\x00\x00\x00\x00\x00]\x94\x8c\x01x\x94a.\x80\x05\x95\x06\x00\x00\x00\x00\x00\x00\x00]\x94h\x00a.' [0, 1, 2]
# expect: ['x'] [['x']] True {0: ['x'], 1: 'x', 2: [['x']]} b''
# expect: {}
# expect: TypeError 'memo' attribute must be a PicklerMemoProxy object or dict, not int
# expect: b'\x80\x04\x95\x0e\x00\x00\x00\x00\x00\x00\x00](]\x8c\x01xa]\x8c\x01xae.' 1 1
# expect: ValueError
# expect: 2
# expect: b'\x80\x05\x97.' 1 b'abc'
# expect: PickleBuffer b'abc' bytearray(b'abc')
# expect: b'abcd' B True
# expect: ValueError operation forbidden on released PickleBuffer object
# expect: TypeError a bytes-like object is required, not 'int'
# expect: PicklingError PickleBuffer can only be pickled with protocol >= 5
# expect: UnpicklingError pickle stream refers to out-of-band data but no *buffers* argument was given
# expect: ValueError buffer_callback needs protocol >= 5
# expect: EOFError Ran out of input
# expect: UnpicklingError unpickling stack underflow
# expect: EOFError Ran out of input
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError could not find MARK
# expect: UnpicklingError pickle data was truncated
# expect: UnpicklingError pickle data was truncated
# expect: UnpicklingError Memo value not found at index 5
# expect: UnpicklingError Memo value not found at index 5
# expect: ValueError unsupported pickle protocol: 9
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError the STRING opcode argument must be quoted
# expect: ValueError could not convert string to int
# expect: ModuleNotFoundError No module named 'nosuch'
# expect: AttributeError module 'os' has no attribute 'nosuch'
# expect: UnpicklingError invalid load key, '\xff'.
# expect: UnpicklingError invalid load key, 'z'.
# expect: UnpicklingError A load persistent id instruction was encountered, but no persistent_load function was specified.
# expect: UnpicklingError pickle data was truncated
# expect: None
# expect: TypeError list indices must be integers or slices, not NoneType
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError pickle data was truncated
# expect: UnpicklingError LONG pickle has negative byte count
# expect: UnpicklingError pickle stream refers to out-of-band data but no *buffers* argument was given
# expect: ValueError unregistered extension code 1
# expect: UnpicklingError could not find MARK
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError could not find MARK
# expect: TypeError a bytes-like object is required, not 'int'
# expect: TypeError file must have 'read' and 'readline' attributes
# expect: TypeError file must have a 'write' attribute
# expect: ValueError pickle protocol must be <= 5
# expect: TypeError cannot pickle '_thread.lock' object
# expect: PicklingError
# expect: PicklingError
# expect: PicklingError
# expect: PicklingError
# expect: PicklingError
# expect: PicklingError
# expect: aé b'a\xe9' € 5 True range(0, 3) (None, None)
# expect: RuntimeError Pickler object is already used
# expect: [True, True, True, True]
