# stdin: 3
# stdin: 1 2 3
# stdin: 4 5 6
# stdin:
# stdin: last line
import sys
n = int(input("n? "))
for _ in range(n - 1):
    print(sum(map(int, input().split())))
print(repr(input()))
for line in sys.stdin: print("rest", line.strip())
try: input("more? ")
except EOFError as e: print("EOF", e)
print(sys.stdin.read() == "", sys.stdin.readline() == "", sys.stdin.name, sys.stdin.mode)

# expect: n? 6
# expect: 15
# expect: ''
# expect: rest last line
# expect: more? EOF EOF when reading a line
# expect: True True <stdin> r
