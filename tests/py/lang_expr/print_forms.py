print()
print(1, 2, 3)
print(1, 2, sep='')
print(1, 2, sep='-', end='!\n')
print('a', end='')
print('b')
print(*[1, 2], *'xy', sep=', ')
print(None, True, 1.0, 'str', b'by', [1, 'a'], {'k': 'v'}, (1,), sep='|')
print(sep='x')
print('', '', sep='.')
print(1, sep=None, end=None)
import sys
print('out', file=sys.stdout, flush=True)
print('none', file=None)
class W:
    def write(self, s): log.append(s)
log = []
print('a', 1, file=W(), sep='+')
sys.stdout.write(repr(log) + '\n')
for kw in [dict(sep=1), dict(end=2), dict(file=3), dict(foo=1)]:
    try: print('x', **kw)
    except Exception as e: sys.stdout.write(f'{type(e).__name__} {e}\n')
class S:
    def __str__(self): return 'S-str'
    def __repr__(self): return 'S-repr'
print(S(), [S()], {S(): S()}, f'{S()} {S()!r}', '%s %r' % (S(), S()))

# expect:
# expect: 1 2 3
# expect: 12
# expect: 1-2!
# expect: ab
# expect: 1, 2, x, y
# expect: None|True|1.0|str|b'by'|[1, 'a']|{'k': 'v'}|(1,)
# expect:
# expect: .
# expect: 1
# expect: out
# expect: none
# expect: ['a', '+', '1', '\n']
# expect: TypeError sep must be None or a string, not int
# expect: TypeError end must be None or a string, not int
# expect: AttributeError 'int' object has no attribute 'write'
# expect: TypeError print() got an unexpected keyword argument 'foo'
# expect: S-str [S-repr] {S-repr: S-repr} S-str S-repr S-str S-repr
