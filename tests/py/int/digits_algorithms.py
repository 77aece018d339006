def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: sum(int(d) for d in str(2 ** 1000)))
t(lambda: [n for n in range(1, 1000) if n == sum(int(d) ** len(str(n)) for d in str(n))])
t(lambda: int(str(12345)[::-1]))
t(lambda: [n for n in range(1, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
def base(n, b): return '0' if n == 0 else (base(n // b, b).lstrip('0') + '0123456789abcdefghijklmnopqrstuvwxyz'[n % b])
t(lambda: base(255, 2))
t(lambda: base(255, 16))
t(lambda: base(10 ** 20, 36))
t(lambda: int(base(123456, 7), 7))
def luhn(s): return sum(sum(divmod(int(c) * (1 + i % 2), 10)) for i, c in enumerate(reversed(s))) % 10 == 0
t(lambda: luhn('4539578763621486'))
t(lambda: luhn('1234567812345678'))
def collatz(n, c=0):
    while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; c += 1
    return c
t(lambda: max(range(1, 3000), key=collatz))
t(lambda: collatz(27))

# expect: 1366
# expect: [1, 2, 3, 4, 5, 6, 7, 8, 9, 153, 370, 371, 407]
# expect: 54321
# expect: [6, 28, 496]
# expect: '11111111'
# expect: 'ff'
# expect: 'l3r41ifs0q5ts'
# expect: 123456
# expect: True
# expect: False
# expect: 2919
# expect: 111
