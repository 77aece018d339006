def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a, b = 3 ** 200, 7 ** 150
t(lambda: ((a * b) % 10 ** 20, a + b - b == a, (a * b) // b == a, (a * b + 5) % b == 5, divmod(a * b + 17, a) == (b, 17), (a << 100) >> 100 == a, -a // b, (-a) % b == b - a % b, (a ^ b) ^ b == a, (a & b) | (a ^ b) == a | b, a > b, (a - b).bit_length(), int(str(a)) == a, int(hex(a), 16) == a, float(a), a / b, pow(a, b, 1000007), hash(a)))
f0, f1 = 0, 1
for _ in range(500): f0, f1 = f1, f0 + f1
t(lambda: f0)
p = 1
for i in range(200): p = p * 31 + i
t(lambda: p % 10 ** 30)
t(lambda: p.bit_length())

# expect: (15428114258962147249, True, True, True, True, True, -1, True, True, True, False, 422, True, True, 2.6561398887587478e+95, 4.566094987608383e-32, 829198, 424410663027747676)
# expect: 139423224561697880139724382870407283950070256587697307264108962948325571622863290691557658876222521294125
# expect: 743480758526770416947376172901
# expect: 991
