def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io, sys, contextlib
b = io.StringIO(); old = sys.stdout; sys.stdout = b; print('hidden', 1); sys.stdout = old; print(repr(b.getvalue()))
with contextlib.redirect_stdout(io.StringIO()) as o: print('x', end=''); print('y', sep='-')
t(lambda: o.getvalue())
with contextlib.redirect_stderr(io.StringIO()) as o2: print('err', file=sys.stderr)
t(lambda: o2.getvalue())
sys.stdout = None; print('lost'); sys.stdout = old
t(lambda: print('a', 'b', sep='|', end='!\n'))
t(lambda: sys.stdout.write('direct\n'))
t(lambda: sys.stdout.writelines(['p\n', 'q\n']))
t(lambda: sys.stdout.encoding.lower())
t(lambda: sys.stdout.errors)
t(lambda: sys.stdin.mode)
t(lambda: sys.stdout.mode)
t(lambda: sys.stdout.name)
t(lambda: sys.stderr.name)
t(lambda: sys.stdout.writable())
t(lambda: sys.stdin.readable())
t(lambda: sys.stdout.write(5))

# expect: 'hidden 1\n'
# expect: 'xy\n'
# expect: 'err\n'
# expect: a|b!
# expect: None
# expect: direct
# expect: 7
# expect: p
# expect: q
# expect: None
# expect: 'utf-8'
# expect: 'surrogateescape'
# expect: 'r'
# expect: 'w'
# expect: '<stdout>'
# expect: '<stderr>'
# expect: True
# expect: True
# expect: TypeError write() argument must be str, not int
