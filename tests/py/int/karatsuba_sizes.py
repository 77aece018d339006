def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

for n in (10, 50, 100, 400, 1000, 3000):
    a, b = (1 << n * 8) - 1, (1 << n * 7) + 12345
    p = a * b
    print(n, p % 1000000007, p // a == b, p % b, (a * a) % 998244353, (p + a) // b == a + (1 if False else 0) or (p + a) // b)  if n < 100 else print(n, p % 1000000007, p // a == b, p % b)

# expect: 10 534541959 True 0 581132067 1208925819614629174707198
# expect: 50 186015186 True 0 68766244 2582249878086908589655919172003011874329705792829223512830659356540647622016841194629645353280137831435904297872654335998
# expect: 100 774854518 True 0
# expect: 400 325928022 True 0
# expect: 1000 483383591 True 0
# expect: 3000 754311556 True 0
