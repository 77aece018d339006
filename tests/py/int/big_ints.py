import math, sys
a = 3 ** 500
b = 7 ** 300
print(a // b, a % b, divmod(-a, b)[0] == -(a // b) - 1, a.bit_length(), a * b % (10 ** 9 + 7))
print(pow(a, b, 10 ** 9 + 7), math.isqrt(a) ** 2 <= a, str(a)[:20], len(str(a * b)), hex(b)[-10:])
print(int(str(a)) == a, int(hex(a), 16) == a, a ^ b == b ^ a, a | b >= a, ~a + a, a >> 700)
print(-a >> 700, 1 << 200, -7 // 2, -7 % 3, 7 // -2, round(12345, -2))
print(round(-15, -1), round(25, -1), (2 ** 64).to_bytes(9, 'little'))
print(int.from_bytes(b'\xff' * 9, 'big', signed=True), bin(-5), f'{a:.5e}', float(a), a / b)
print(hash(2 ** 61 - 1), hash(-1), hash(2 ** 61), (10 ** 18).bit_count(), math.gcd(a * 6, b * 6))
print(sum((10 ** i for i in range(30))))
try:
    int('9' * 5000)
except ValueError as e:
    print(e)
try:
    str(10 ** 5000)
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(0)
print(len(str(10 ** 5000)))
for s in ('0b101', '0o17', '0xff', ' 12 ', '-0', '+5', '1_000', '٣'):
    print(s, int(s, 0) if s.strip() not in ('٣',) else int(s))

# expect: 0 36360291795869936842385267079543319118023385026001623040346035832580600191583895484198508262979388783308179702534403855752855931517013066142992430916562025780021771247847643450125342836565813209972590371590152578728008385990139795377610001 True 793 486432389
# expect: 302626107 True 36360291795869936842 493 b5fddabb21
# expect: True True True True -1 6912424408115942787343680822
# expect: -6912424408115942787343680823 1606938044258990275541962092341162602522202993782792835301376 -4 2 -4 12300
# expect: -20 20 b'\x00\x00\x00\x00\x00\x00\x00\x00\x01'
# expect: -1 -0b101 3.63603e+238 3.6360291795869935e+238 1.074522108356251e-15
# expect: 0 -2 1 24 6
# expect: 111111111111111111111111111111
# expect: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: 5001
# expect: 0b101 5
# expect: 0o17 15
# expect: 0xff 255
# expect:  12  12
# expect: -0 0
# expect: +5 5
# expect: 1_000 1000
# expect: ٣ 3
