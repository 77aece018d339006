def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys, io
print(); print(1, 'a', None); print(1, 2, sep=''); print(1, end='|\n'); print(*[1, 2], sep=', '); print('a', 'b', sep='\n'); print(sep='x'); print(end='')
f = io.StringIO(); print('to', 'file', file=f, end='!'); print(repr(f.getvalue()))
class W:
    def write(s, x): out.append(x)
    def flush(s): out.append('FLUSH')
out = []; print(1, 2, file=W(), flush=True); print(out)
t(lambda: print('x', sep=5))
t(lambda: print('x', end=5))
t(lambda: print('x', file=5))
t(lambda: print('x', foo=5))
t(lambda: print('x', file=None))
class S:
    def __str__(s): raise ValueError('str')
t(lambda: print(S()))
class N:
    def __str__(s): return 5
t(lambda: print(N()))
sys.stdout.flush(); print('é日😀')

# expect:
# expect: 1 a None
# expect: 12
# expect: 1|
# expect: 1, 2
# expect: a
# expect: b
# expect:
# expect: 'to file!'
# expect: ['1', ' ', '2', '\n', 'FLUSH']
# expect: TypeError sep must be None or a string, not int
# expect: TypeError end must be None or a string, not int
# expect: AttributeError 'int' object has no attribute 'write'
# expect: TypeError print() got an unexpected keyword argument 'foo'
# expect: x
# expect: None
# expect: ValueError str
# expect: TypeError __str__ returned non-string (type int)
# expect: é日😀
