def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a = 10; a += 5; a -= 3; a *= 2; a //= 5; a **= 3; a %= 50; a <<= 2; a >>= 1; a |= 1; a &= 0xff; a ^= 3
t(lambda: a)
b = 2 ** 59; b += b; b += b
t(lambda: b)
c = d = 5; c += 1
t(lambda: c)
t(lambda: d)
x = 1; x /= 2
t(lambda: x)

# expect: 30
# expect: 2305843009213693952
# expect: 6
# expect: 5
# expect: 0.5
