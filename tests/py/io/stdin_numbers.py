def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

n = int(input())
for _ in range(n):
    a, op, b = input().split()
    try: print(f'{a} {op} {b} = {eval(a + op + b)}')
    except ZeroDivisionError as e: print('error:', e)
m = [list(map(int, input().split())) for _ in range(2)]; print(m)
import sys; print(sum(map(int, sys.stdin.read().split())))
# stdin: 3
# stdin: 1 + 2
# stdin: 7 // 2
# stdin: 1 / 0
# stdin: 1 2 3
# stdin: 4 5 6
# stdin: 10 20
# stdin: 30

# expect: 1 + 2 = 3
# expect: 7 // 2 = 3
# expect: error: division by zero
# expect: [[1, 2, 3], [4, 5, 6]]
# expect: 60
