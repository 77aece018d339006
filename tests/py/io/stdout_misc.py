import sys, io, contextlib
print('a', 'b', sep='', end='|')
print()
print(1, None, [1], sep=', ', end='.\n', flush=True)
print(*'abc', sep='\n')
print(sep='x')
print('x', end='')
print('', end='\n')
print('%s' % 1, file=sys.stdout)
sys.stdout.write('w\n')
print(sys.stdout.write(''))
sys.stdout.writelines(['l1\n', 'l2\n'])
sys.stdout.buffer.write(b'bytes\n')
sys.stdout.flush()
b = io.StringIO()
with contextlib.redirect_stdout(b):
    print('captured')
    help_ = 5
print(repr(b.getvalue()))
e = io.StringIO()
with contextlib.redirect_stderr(e):
    print('err', file=sys.stderr)
print(e.getvalue(), sys.stdout.encoding, sys.stdout.errors, sys.stderr.errors, sys.stdout.name)
print(sys.stderr.name, sys.stdout.fileno(), sys.stdout.mode)
class W:
    def write(self, s):
        sys.__stdout__.write('[' + s + ']')
print('to', 'W', file=W())
print(file=W())
try:
    print('x', file=5)
except AttributeError as x:
    print(x)
try:
    print('x', file=W(), flush=True)
except AttributeError as x:
    print('\n', x)
sys.stdout = W()
print('hi')
sys.stdout = sys.__stdout__
print()
sys.stdout = None
print('nothing')
sys.stdout = sys.__stdout__
print('é☃', ascii('é'), '\ud800'.encode('utf8', 'surrogatepass'))
try:
    print('\ud800')
except UnicodeEncodeError as x:
    print(x)
sys.displayhook([1, 'a'])
sys.displayhook(None)
import builtins
print(builtins._)

# expect: ab|
# expect: 1, None, [1].
# expect: bytes
# expect: a
# expect: b
# expect: c
# expect:
# expect: x
# expect: 1
# expect: w
# expect: 0
# expect: l1
# expect: l2
# expect: 'captured\n'
# expect: err
# expect:  utf-8 surrogateescape backslashreplace <stdout>
# expect: <stderr> 1 w
# expect: [to][ ][W][
# expect: ][
# expect: ]'int' object has no attribute 'write'
# expect: [x][
# expect: ]
# expect:  'W' object has no attribute 'flush'
# expect: [hi][
# expect: ]
# expect: é☃ '\xe9' b'\xed\xa0\x80'
# expect: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
# expect: [1, 'a']
# expect: [1, 'a']
