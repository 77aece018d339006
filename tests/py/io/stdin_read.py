# stdin: first line
# stdin: 2 3
# stdin:
# stdin: rest a
# stdin: rest b
import sys
print(input(), input('prompt> ').split(), repr(input()), sys.stdin.readline().strip())
print([l for l in sys.stdin], repr(sys.stdin.read()))
try:
    input()
except EOFError as e:
    print('EOF', e)
print(sys.stdin.name, sys.stdin.mode, sys.stdin.isatty(), sys.stdin.fileno(), sys.stdin.encoding)
print(sys.stdin.buffer.read(), sys.stdin.closed)

# expect: prompt> first line ['2', '3'] '' rest a
# expect: ['rest b\n'] ''
# expect: EOF EOF when reading a line
# expect: <stdin> r False 0 utf-8
# expect: b'' False
