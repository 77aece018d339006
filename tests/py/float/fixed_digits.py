# Fixed-point digits are those of the exact binary value, ties to even; round() gives the nearest double to them.
from fractions import Fraction


def exact(x, p):
    scaled = abs(Fraction(x)) * 10**p
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    if twice > 0 or (twice == 0 and whole & 1): whole += 1
    text = str(whole).rjust(p + 1, "0")
    if p: text = text[:-p] + "." + text[-p:]
    return ("-" if str(x)[0] == "-" else "") + text


seed, wrong = 12345, 0
for i in range(4000):
    seed = seed * 6364136223846793005 + 1442695040888963407 & 2**64 - 1
    p = seed >> 40 & 15
    x = ((seed >> 11) / 2**53 * 1000, (seed >> 30) % 100000 / (1 << (seed >> 60)), (seed >> 20) % 2000 * 0.005,
         (seed >> 8) * 2.0 ** -(seed & 127), -(seed >> 44) / 8, float(seed >> 3))[i % 6]
    want = exact(x, p)
    if not "%.*f" % (p, x) == format(x, ".%df" % p) == want: wrong += 1; print("format", x, p, want)
    if round(x, p) != float(want): wrong += 1; print("round", x, p, want)
print(wrong)
print("%.0f %.0f %.0f %.1f %.2f" % (0.5, 1.5, 2.5, 0.25, 0.125), "%.3f" % 2.0005, "%.20f" % 0.1)
print(format(-0.0, ".1f"), format(-0.04, ".1f"), format(-0.04, "z.1f"), format(1e17, ".1f"), format(999999999999999.9, ".3f"), format(5e-324, ".3f"))
print(f"{1234567.891:,.2f}|{-1234.5:010,.1f}|{2.5:+08.2f}|{3.14159:<9.3f}|{0.256:.1%}|{12.5:e}|{1e22:.2f}|{float('inf'):06.1f}|{float('nan'):+.1f}")
print(f"{42:5d}|{-7:05d}|{255:#06x}|{1234567:_}|{1234567:,}|{5:>+6}|{97:c}|{255:X}|{-255:#010b}|{10**20:,d}|{True:5d}|{True:,}")
print("'%s' '%5s' '%-5s' '%.2s'" % ("abc", "abc", "ab", "abc"), "%s %d %i %r %s" % (7, 8, 9, 10, -2**70), "%d%%" % 5, "%s" % (("t",),), "%s" % True)
for text, args in (("%s %s", ("a",)), ("%d", "x"), ("%d", ("1",)), ("%s", ("a", "b")), ("%", ()), ("%y", 1)):
    try: print(text % args)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)

# expect: 0
# expect: 0 2 2 0.2 0.12 2.001 0.10000000000000000555
# expect: -0.0 -0.0 0.0 100000000000000000.0 999999999999999.875 0.000
# expect: 1,234,567.89|-001,234.5|+0002.50|3.142    |25.6%|1.250000e+01|10000000000000000000000.00|000inf|+nan
# expect:    42|-0007|0x00ff|1_234_567|1,234,567|    +5|a|FF|-0b11111111|100,000,000,000,000,000,000|    1|1
# expect: 'abc' '  abc' 'ab   ' 'ab' 7 8 9 10 -1180591620717411303424 5% ('t',) True
# expect: TypeError not enough arguments for format string
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not all arguments converted during string formatting
# expect: ValueError incomplete format
# expect: ValueError unsupported format character 'y' (0x79) at index 1
