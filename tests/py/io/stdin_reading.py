def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
t(lambda: sys.stdin.readline())
t(lambda: input())
t(lambda: sys.stdin.read(3))
t(lambda: next(sys.stdin))
t(lambda: sys.stdin.readlines())
t(lambda: sys.stdin.read())
t(lambda: input())
for l in sys.stdin: print('none')
# stdin: first
# stdin: second
# stdin: thiRD line
# stdin: four
# stdin:
# stdin: six é

# expect: 'first\n'
# expect: 'second'
# expect: 'thi'
# expect: 'RD line\n'
# expect: ['four\n', '\n', 'six é\n']
# expect: ''
# expect: EOFError EOF when reading a line
