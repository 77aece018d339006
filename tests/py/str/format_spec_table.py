class F:
    def __format__(self, s): return f"F<{s}>"
vals = [0, 42, -42, 123456789, 0.0, -0.0, 3.14159, 1e10, 1e-10, 1e100, float("inf"), float("-nan"), True, 2**70]
specs = ["", "d", "5", "<6", ">6", "^6", "=+7", "+", " ", "06", ",", "_", "x", "#x", "#010b", "o", "X", "c", "e", ".2e", "f", ".0f", "#.0f", "g", ".3g", "#.3g", "G", "%", ".1%", "n", "*^12,.2f", "012,", "012,.3f", "z.1f", "_x", "_b", "+.3", "10.4", ",.2f", "08.3f", "<08", "\u00e9^8"]
for s in specs:
    r = []
    for v in vals:
        try: r.append(format(v, s))
        except Exception as e: r.append(type(e).__name__[:2] + ":" + str(e)[:70])
    print(repr(s), r)
for s in ("", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", "s", "010", "=10", "d", ",", "+", "#", "z", "010s", "_", "5.10", "\u2603<7"):
    try: print(repr(s), repr(format("héy", s)))
    except Exception as e: print(repr(s), e)
for s in ("", "g", ".2f", "+.1e", "(", "10", "^20", "i", "%", "=5", "05"):
    try: print(repr(s), repr(format(3.5 - 2j, s)))
    except Exception as e: print(repr(s), e)
print("{} {1}".format.__name__, "{0.real} {0.imag:+} {1[0]} {1[-]} {2[k]} {a.b}".format(1, {"0": 0, "-": 5, 0: "int"}, {"k": 3}, a=type("A", (), {"b": 9})), f"{F():a{1}b}", "{:{w}.{p}f}|{:>{w}}".format(3.14159, "x", w=8, p=2), "{!r:>6}{!s}{!a}".format("a", "b", "é"))
import datetime, decimal; print(f"{datetime.date(2024, 5, 6):%d/%m/%Y}", f"{decimal.Decimal('1234.5'):,.2f}", format(decimal.Decimal("0.1"), ".3e"))
print("%5.2f|%-8s|%+d|%05d|%x|%#o|%e|%g|%c|%%|%r|%a|%10.3s|%*d|%-*d|" % (3.14159, "ab", 5, 42, 255, 8, 12345.678, 1e-5, "z", "q", "é", "abcdef", 5, 3, 5, 3), "%(a)s %(b)05.1f" % {"a": 1, "b": 2.25}, "%s %s" % ("a", [1]), "%s" % None, "%d" % 3.99, "%i" % True, "%.0f %.0f %.0f" % (0.5, 1.5, 2.5), "%#x %#X" % (10, 10), "% d" % 5, "%+.2e" % -1234.5, "%G" % 1e-10, b"%s %d %a" % (b"x", 3, "é"))
from string import Template, Formatter
t = Template("$a ${b}c $$ $d"); print(t.safe_substitute(a=1, b=2), t.get_identifiers() if hasattr(t, "get_identifiers") else "")
for k in ({"a": 1}, {"a": 1, "b": 2, "d": 3}):
    try: print(t.substitute(k))
    except KeyError as e: print("KeyError", e)
try: Template("$ x").substitute()
except ValueError as e: print(e)
class MyF(Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f"<{k}>") if isinstance(k, str) else super().get_value(k, a, kw)
    def convert_field(self, v, c): return str(v).upper() if c == "u" else super().convert_field(v, c)
print(MyF().format("{0} {x} {y!u:>5}", 1, y="up"), list(Formatter().parse("a{b!r:>{w}}c{{")))

# expect: '' ['0', '42', '-42', '123456789', '0.0', '-0.0', '3.14159', '10000000000.0', '1e-10', '1e+100', 'inf', 'nan', 'True', '1180591620717411303424']
# expect: 'd' ['0', '42', '-42', '123456789', "Va:Unknown format code 'd' for object of type 'float'", "Va:Unknown format code 'd' for object of type 'float'", "Va:Unknown format code 'd' for object of type 'float'", "Va:Unknown format code 'd' for object of type 'float'", "Va:Unknown format code 'd' for object of type 'float'", "Va:Unknown format code 'd' for object of type 'float'", "Va:Unknown format code 'd' for object of type 'float'", "Va:Unknown format code 'd' for object of type 'float'", '1', '1180591620717411303424']
# expect: '5' ['    0', '   42', '  -42', '123456789', '  0.0', ' -0.0', '3.14159', '10000000000.0', '1e-10', '1e+100', '  inf', '  nan', '    1', '1180591620717411303424']
# expect: '<6' ['0     ', '42    ', '-42   ', '123456789', '0.0   ', '-0.0  ', '3.14159', '10000000000.0', '1e-10 ', '1e+100', 'inf   ', 'nan   ', '1     ', '1180591620717411303424']
# expect: '>6' ['     0', '    42', '   -42', '123456789', '   0.0', '  -0.0', '3.14159', '10000000000.0', ' 1e-10', '1e+100', '   inf', '   nan', '     1', '1180591620717411303424']
# expect: '^6' ['  0   ', '  42  ', ' -42  ', '123456789', ' 0.0  ', ' -0.0 ', '3.14159', '10000000000.0', '1e-10 ', '1e+100', ' inf  ', ' nan  ', '  1   ', '1180591620717411303424']
# expect: '=+7' ['+     0', '+    42', '-    42', '+123456789', '+   0.0', '-   0.0', '+3.14159', '+10000000000.0', '+ 1e-10', '+1e+100', '+   inf', '+   nan', '+     1', '+1180591620717411303424']
# expect: '+' ['+0', '+42', '-42', '+123456789', '+0.0', '-0.0', '+3.14159', '+10000000000.0', '+1e-10', '+1e+100', '+inf', '+nan', '+1', '+1180591620717411303424']
# expect: ' ' [' 0', ' 42', '-42', ' 123456789', ' 0.0', '-0.0', ' 3.14159', ' 10000000000.0', ' 1e-10', ' 1e+100', ' inf', ' nan', ' 1', ' 1180591620717411303424']
# expect: '06' ['000000', '000042', '-00042', '123456789', '0000.0', '-000.0', '3.14159', '10000000000.0', '01e-10', '1e+100', '000inf', '000nan', '000001', '1180591620717411303424']
# expect: ',' ['0', '42', '-42', '123,456,789', '0.0', '-0.0', '3.14159', '10,000,000,000.0', '1e-10', '1e+100', 'inf', 'nan', '1', '1,180,591,620,717,411,303,424']
# expect: '_' ['0', '42', '-42', '123_456_789', '0.0', '-0.0', '3.14159', '10_000_000_000.0', '1e-10', '1e+100', 'inf', 'nan', '1', '1_180_591_620_717_411_303_424']
# expect: 'x' ['0', '2a', '-2a', '75bcd15', "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", '1', '400000000000000000']
# expect: '#x' ['0x0', '0x2a', '-0x2a', '0x75bcd15', "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", '0x1', '0x400000000000000000']
# expect: '#010b' ['0b00000000', '0b00101010', '-0b0101010', '0b111010110111100110100010101', "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", '0b00000001', '0b10000000000000000000000000000000000000000000000000000000000000000000000']
# expect: 'o' ['0', '52', '-52', '726746425', "Va:Unknown format code 'o' for object of type 'float'", "Va:Unknown format code 'o' for object of type 'float'", "Va:Unknown format code 'o' for object of type 'float'", "Va:Unknown format code 'o' for object of type 'float'", "Va:Unknown format code 'o' for object of type 'float'", "Va:Unknown format code 'o' for object of type 'float'", "Va:Unknown format code 'o' for object of type 'float'", "Va:Unknown format code 'o' for object of type 'float'", '1', '200000000000000000000000']
# expect: 'X' ['0', '2A', '-2A', '75BCD15', "Va:Unknown format code 'X' for object of type 'float'", "Va:Unknown format code 'X' for object of type 'float'", "Va:Unknown format code 'X' for object of type 'float'", "Va:Unknown format code 'X' for object of type 'float'", "Va:Unknown format code 'X' for object of type 'float'", "Va:Unknown format code 'X' for object of type 'float'", "Va:Unknown format code 'X' for object of type 'float'", "Va:Unknown format code 'X' for object of type 'float'", '1', '400000000000000000']
# expect: 'c' ['\x00', '*', 'Ov:%c arg not in range(0x110000)', 'Ov:%c arg not in range(0x110000)', "Va:Unknown format code 'c' for object of type 'float'", "Va:Unknown format code 'c' for object of type 'float'", "Va:Unknown format code 'c' for object of type 'float'", "Va:Unknown format code 'c' for object of type 'float'", "Va:Unknown format code 'c' for object of type 'float'", "Va:Unknown format code 'c' for object of type 'float'", "Va:Unknown format code 'c' for object of type 'float'", "Va:Unknown format code 'c' for object of type 'float'", '\x01', 'Ov:Python int too large to convert to C long']
# expect: 'e' ['0.000000e+00', '4.200000e+01', '-4.200000e+01', '1.234568e+08', '0.000000e+00', '-0.000000e+00', '3.141590e+00', '1.000000e+10', '1.000000e-10', '1.000000e+100', 'inf', 'nan', '1.000000e+00', '1.180592e+21']
# expect: '.2e' ['0.00e+00', '4.20e+01', '-4.20e+01', '1.23e+08', '0.00e+00', '-0.00e+00', '3.14e+00', '1.00e+10', '1.00e-10', '1.00e+100', 'inf', 'nan', '1.00e+00', '1.18e+21']
# expect: 'f' ['0.000000', '42.000000', '-42.000000', '123456789.000000', '0.000000', '-0.000000', '3.141590', '10000000000.000000', '0.000000', '10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104.000000', 'inf', 'nan', '1.000000', '1180591620717411303424.000000']
# expect: '.0f' ['0', '42', '-42', '123456789', '0', '-0', '3', '10000000000', '0', '10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104', 'inf', 'nan', '1', '1180591620717411303424']
# expect: '#.0f' ['0.', '42.', '-42.', '123456789.', '0.', '-0.', '3.', '10000000000.', '0.', '10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104.', 'inf', 'nan', '1.', '1180591620717411303424.']
# expect: 'g' ['0', '42', '-42', '1.23457e+08', '0', '-0', '3.14159', '1e+10', '1e-10', '1e+100', 'inf', 'nan', '1', '1.18059e+21']
# expect: '.3g' ['0', '42', '-42', '1.23e+08', '0', '-0', '3.14', '1e+10', '1e-10', '1e+100', 'inf', 'nan', '1', '1.18e+21']
# expect: '#.3g' ['0.00', '42.0', '-42.0', '1.23e+08', '0.00', '-0.00', '3.14', '1.00e+10', '1.00e-10', '1.00e+100', 'inf', 'nan', '1.00', '1.18e+21']
# expect: 'G' ['0', '42', '-42', '1.23457E+08', '0', '-0', '3.14159', '1E+10', '1E-10', '1E+100', 'INF', 'NAN', '1', '1.18059E+21']
# expect: '%' ['0.000000%', '4200.000000%', '-4200.000000%', '12345678900.000000%', '0.000000%', '-0.000000%', '314.159000%', '1000000000000.000000%', '0.000000%', '999999999999999977049513265245336628446842719924150006129995974731993452180789911303261294481511546880.000000%', 'inf%', 'nan%', '100.000000%', '118059162071741130342400.000000%']
# expect: '.1%' ['0.0%', '4200.0%', '-4200.0%', '12345678900.0%', '0.0%', '-0.0%', '314.2%', '1000000000000.0%', '0.0%', '999999999999999977049513265245336628446842719924150006129995974731993452180789911303261294481511546880.0%', 'inf%', 'nan%', '100.0%', '118059162071741130342400.0%']
# expect: 'n' ['0', '42', '-42', '123456789', '0', '-0', '3.14159', '1e+10', '1e-10', '1e+100', 'inf', 'nan', '1', '1180591620717411303424']
# expect: '*^12,.2f' ['****0.00****', '***42.00****', '***-42.00***', '123,456,789.00', '****0.00****', '***-0.00****', '****3.14****', '10,000,000,000.00', '****0.00****', '10,000,000,000,000,000,159,028,911,097,599,180,468,360,808,563,945,281,389,781,327,557,747,838,772,170,381,060,813,469,985,856,815,104.00', '****inf*****', '****nan*****', '****1.00****', '1,180,591,620,717,411,303,424.00']
# expect: '012,' ['0,000,000,000', '0,000,000,042', '-000,000,042', '0,123,456,789', '00,000,000.0', '-0,000,000.0', '00,003.14159', '10,000,000,000.0', '0,000,001e-10', '000,001e+100', '000000000inf', '000000000nan', '0,000,000,001', '1,180,591,620,717,411,303,424']
# expect: '012,.3f' ['0,000,000.000', '0,000,042.000', '-000,042.000', '123,456,789.000', '0,000,000.000', '-000,000.000', '0,000,003.142', '10,000,000,000.000', '0,000,000.000', '10,000,000,000,000,000,159,028,911,097,599,180,468,360,808,563,945,281,389,781,327,557,747,838,772,170,381,060,813,469,985,856,815,104.000', '000000000inf', '000000000nan', '0,000,001.000', '1,180,591,620,717,411,303,424.000']
# expect: 'z.1f' ['0.0', '42.0', '-42.0', '123456789.0', '0.0', '0.0', '3.1', '10000000000.0', '0.0', '10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104.0', 'inf', 'nan', '1.0', '1180591620717411303424.0']
# expect: '_x' ['0', '2a', '-2a', '75b_cd15', "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", "Va:Unknown format code 'x' for object of type 'float'", '1', '40_0000_0000_0000_0000']
# expect: '_b' ['0', '10_1010', '-10_1010', '111_0101_1011_1100_1101_0001_0101', "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", "Va:Unknown format code 'b' for object of type 'float'", '1', '100_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000']
# expect: '+.3' ['Va:Precision not allowed in integer format specifier', 'Va:Precision not allowed in integer format specifier', 'Va:Precision not allowed in integer format specifier', 'Va:Precision not allowed in integer format specifier', '+0.0', '-0.0', '+3.14', '+1e+10', '+1e-10', '+1e+100', '+inf', '+nan', 'Va:Precision not allowed in integer format specifier', 'Va:Precision not allowed in integer format specifier']
# expect: '10.4' ['Va:Precision not allowed in integer format specifier', 'Va:Precision not allowed in integer format specifier', 'Va:Precision not allowed in integer format specifier', 'Va:Precision not allowed in integer format specifier', '       0.0', '      -0.0', '     3.142', '     1e+10', '     1e-10', '    1e+100', '       inf', '       nan', 'Va:Precision not allowed in integer format specifier', 'Va:Precision not allowed in integer format specifier']
# expect: ',.2f' ['0.00', '42.00', '-42.00', '123,456,789.00', '0.00', '-0.00', '3.14', '10,000,000,000.00', '0.00', '10,000,000,000,000,000,159,028,911,097,599,180,468,360,808,563,945,281,389,781,327,557,747,838,772,170,381,060,813,469,985,856,815,104.00', 'inf', 'nan', '1.00', '1,180,591,620,717,411,303,424.00']
# expect: '08.3f' ['0000.000', '0042.000', '-042.000', '123456789.000', '0000.000', '-000.000', '0003.142', '10000000000.000', '0000.000', '10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104.000', '00000inf', '00000nan', '0001.000', '1180591620717411303424.000']
# expect: '<08' ['00000000', '42000000', '-4200000', '123456789', '0.000000', '-0.00000', '3.141590', '10000000000.0', '1e-10000', '1e+10000', 'inf00000', 'nan00000', '10000000', '1180591620717411303424']
# expect: 'é^8' ['ééé0éééé', 'ééé42ééé', 'éé-42ééé', '123456789', 'éé0.0ééé', 'éé-0.0éé', '3.14159é', '10000000000.0', 'é1e-10éé', 'é1e+100é', 'ééinfééé', 'éénanééé', 'ééé1éééé', '1180591620717411303424']
# expect: '' 'héy'
# expect: '10' 'héy       '
# expect: '<10' 'héy       '
# expect: '>10' '       héy'
# expect: '^10' '   héy    '
# expect: '*^10' '***héy****'
# expect: '.2' 'hé'
# expect: '10.2' 'hé        '
# expect: 's' 'héy'
# expect: '010' 'héy0000000'
# expect: '=10' '=' alignment not allowed in string format specifier
# expect: 'd' Unknown format code 'd' for object of type 'str'
# expect: ',' Cannot specify ',' with 's'.
# expect: '+' Sign not allowed in string format specifier
# expect: '#' Alternate form (#) not allowed in string format specifier
# expect: 'z' Negative zero coercion (z) not allowed in string format specifier
# expect: '010s' 'héy0000000'
# expect: '_' Cannot specify '_' with 's'.
# expect: '5.10' 'héy  '
# expect: '☃<7' 'héy☃☃☃☃'
# expect: '' '(3.5-2j)'
# expect: 'g' '3.5-2j'
# expect: '.2f' '3.50-2.00j'
# expect: '+.1e' '+3.5e+00-2.0e+00j'
# expect: '(' Unknown format code '(' for object of type 'complex'
# expect: '10' '  (3.5-2j)'
# expect: '^20' '      (3.5-2j)      '
# expect: 'i' Unknown format code 'i' for object of type 'complex'
# expect: '%' Unknown format code '%' for object of type 'complex'
# expect: '=5' '=' alignment flag is not allowed in complex format specifier
# expect: '05' Zero padding is not allowed in complex format specifier
# expect: format 1 +0 int 5 3 9 F<a1b>     3.14|       x    'a'b'\xe9'
# expect: 06/05/2024 1,234.50 1.000e-1
# expect:  3.14|ab      |+5|00042|ff|0o10|1.234568e+04|1e-05|z|%|'q'|'\xe9'|       abc|    3|3    | 1 002.2 a [1] None 3 1 0 2 2 0xa 0XA  5 -1.23e+03 1E-10 b"x 3 '\\xe9'"
# expect: 1 2c $ $d ['a', 'b', 'd']
# expect: KeyError 'b'
# expect: 1 2c $ 3
# expect: Invalid placeholder in string: line 1, col 1
# expect: 1 <x>    UP [('a', 'b', '>{w}', 'r'), ('c{', None, None, None)]
