x = 10
y = 3.14159
s = 'str'
d = {'k': 'v', 'n': 5}
l = [1, 2]
print(f'{x}{y:.2f}{s!r:>10}{d['k']}{l[0]}{x:#x}{x:08b}{x:,}{-x:+d}{10000000000.0:g}{s:^9}|{s:*<6}|{x!s:>4}|{y:10.3e}|{x / 3:.{x // 5}f}')
print(f'{{literal}} x={x!r} y={y:.1f} s={s!s} x + 1 = {x + 1!r} d={d!r}', f'{x:{'>'}{5}}')
print(f'{'nested ' + f'{x}'}', f'{('a' if x > 5 else 'b')}', f'{(lambda q: q * 2)(x)}', f'{x:>{x}}')
print(f'{s!a}', f'{'é'!a}')
print(f'multi\n{x}\nline', f'{x}concat{y:.0f}', f'\\n{x}', f'AB{x}' if False else '', f'{x!r}')
print(f'{None}', f'{[i for i in range(3)]}', f'{ {'a': 1}['a']}', f'{(x,)}', f'{(*l, 3)}')
import datetime
dt = datetime.datetime(2020, 1, 2, 3, 4, 5)
print(f'{dt:%Y-%m-%d %H:%M}', f'{dt!s}', f'{dt:%j}', f'{dt.date()}')
class F:
    def __format__(self, spec):
        return f'<{spec}>'
    def __str__(self):
        return 'S'
    def __repr__(self):
        return 'R'
print(f'{F()}', f'{F():abc}', f'{F()!s}', f'{F()!r:>3}', f'F()={F()!r}', f'{F():{x}{s}}')
print(f'{F():{ {}}}' if False else '')
print(f'{x:=^20}', f'{3.0:.0f} {2.5:.0f} {1234567.891:,.2f} {1234567:_} {1e-05:g} {1e-07} {1e+16} {123456789.0:g} {0.1 + 0.2} {float('nan'):5} {float('inf'):+} {-0.0:z.1f} {255:#o} {255:#X} {5:%} {0.255:.1%} {65:c} {True:d} {True} {1 + 2j:.1f} {10 ** 20:,} {-5:05} {5:<5}| {'abc':.2}')
print(f'{'"'}', f'{x:{'>'}6}', f'{d['k']}', f'{'\n'.join('ab')}')
for spec in (
    '5', '<5', '^5', '>5', '=5', '05', '+', ' ', '-', '#', ',', '.3', '5.2f', 'e', 'E', 'g', 'n',
    '%', 'x', 'b', 'o', 'd', 's', 'c', '_x', '_b', '*^9', '+.1e', '#.3g', '010,.2f', 'z',
):
    r = []
    for v in (42, -3.75, 'txt', True, 2j):
        try:
            r.append(format(v, spec))
        except Exception as e:
            r.append(type(e).__name__ + ':' + str(e))
    print(spec, r)

# expect: 103.14     'str'v10xa0000101010-101e+10   str   |str***|  10| 3.142e+00|3.33
# expect: {literal} x=10 y=3.1 s=str x + 1 = 11 d={'k': 'v', 'n': 5}    10
# expect: nested 10 a 20         10
# expect: 'str' '\xe9'
# expect: multi
# expect: 10
# expect: line 10concat3 \n10  10
# expect: None [0, 1, 2] 1 (10,) (1, 2, 3)
# expect: 2020-01-02 03:04 2020-01-02 03:04:05 002 2020-01-02
# expect: <> <abc> S   R F()=R <10str>
# expect:
# expect: =========10========= 3 2 1,234,567.89 1_234_567 1e-05 1e-07 1e+16 1.23457e+08 0.30000000000000004   nan +inf 0.0 0o377 0XFF 500.000000% 25.5% A 1 True 1.0+2.0j 100,000,000,000,000,000,000 -0005 5    | ab
# expect: "     10 v a
# expect: b
# expect: 5 ['   42', '-3.75', 'txt  ', '    1', '   2j']
# expect: <5 ['42   ', '-3.75', 'txt  ', '1    ', '2j   ']
# expect: ^5 [' 42  ', '-3.75', ' txt ', '  1  ', ' 2j  ']
# expect: >5 ['   42', '-3.75', '  txt', '    1', '   2j']
# expect: =5 ['   42', '-3.75', "ValueError:'=' alignment not allowed in string format specifier", '    1', "ValueError:'=' alignment flag is not allowed in complex format specifier"]
# expect: 05 ['00042', '-3.75', 'txt00', '00001', 'ValueError:Zero padding is not allowed in complex format specifier']
# expect: + ['+42', '-3.75', 'ValueError:Sign not allowed in string format specifier', '+1', '+2j']
# expect:   [' 42', '-3.75', 'ValueError:Space not allowed in string format specifier', ' 1', ' 2j']
# expect: - ['42', '-3.75', 'ValueError:Sign not allowed in string format specifier', '1', '2j']
# expect: # ['42', '-3.75', 'ValueError:Alternate form (#) not allowed in string format specifier', '1', '2.j']
# expect: , ['42', '-3.75', "ValueError:Cannot specify ',' with 's'.", '1', '2j']
# expect: .3 ['ValueError:Precision not allowed in integer format specifier', '-3.75', 'txt', 'ValueError:Precision not allowed in integer format specifier', '2j']
# expect: 5.2f ['42.00', '-3.75', "ValueError:Unknown format code 'f' for object of type 'str'", ' 1.00', '0.00+2.00j']
# expect: e ['4.200000e+01', '-3.750000e+00', "ValueError:Unknown format code 'e' for object of type 'str'", '1.000000e+00', '0.000000e+00+2.000000e+00j']
# expect: E ['4.200000E+01', '-3.750000E+00', "ValueError:Unknown format code 'E' for object of type 'str'", '1.000000E+00', '0.000000E+00+2.000000E+00j']
# expect: g ['42', '-3.75', "ValueError:Unknown format code 'g' for object of type 'str'", '1', '0+2j']
# expect: n ['42', '-3.75', "ValueError:Unknown format code 'n' for object of type 'str'", '1', '0+2j']
# expect: % ['4200.000000%', '-375.000000%', "ValueError:Unknown format code '%' for object of type 'str'", '100.000000%', "ValueError:Unknown format code '%' for object of type 'complex'"]
# expect: x ['2a', "ValueError:Unknown format code 'x' for object of type 'float'", "ValueError:Unknown format code 'x' for object of type 'str'", '1', "ValueError:Unknown format code 'x' for object of type 'complex'"]
# expect: b ['101010', "ValueError:Unknown format code 'b' for object of type 'float'", "ValueError:Unknown format code 'b' for object of type 'str'", '1', "ValueError:Unknown format code 'b' for object of type 'complex'"]
# expect: o ['52', "ValueError:Unknown format code 'o' for object of type 'float'", "ValueError:Unknown format code 'o' for object of type 'str'", '1', "ValueError:Unknown format code 'o' for object of type 'complex'"]
# expect: d ['42', "ValueError:Unknown format code 'd' for object of type 'float'", "ValueError:Unknown format code 'd' for object of type 'str'", '1', "ValueError:Unknown format code 'd' for object of type 'complex'"]
# expect: s ["ValueError:Unknown format code 's' for object of type 'int'", "ValueError:Unknown format code 's' for object of type 'float'", 'txt', "ValueError:Unknown format code 's' for object of type 'bool'", "ValueError:Unknown format code 's' for object of type 'complex'"]
# expect: c ['*', "ValueError:Unknown format code 'c' for object of type 'float'", "ValueError:Unknown format code 'c' for object of type 'str'", '\x01', "ValueError:Unknown format code 'c' for object of type 'complex'"]
# expect: _x ['2a', "ValueError:Unknown format code 'x' for object of type 'float'", "ValueError:Unknown format code 'x' for object of type 'str'", '1', "ValueError:Unknown format code 'x' for object of type 'complex'"]
# expect: _b ['10_1010', "ValueError:Unknown format code 'b' for object of type 'float'", "ValueError:Unknown format code 'b' for object of type 'str'", '1', "ValueError:Unknown format code 'b' for object of type 'complex'"]
# expect: *^9 ['***42****', '**-3.75**', '***txt***', '****1****', '***2j****']
# expect: +.1e ['+4.2e+01', '-3.8e+00', "ValueError:Unknown format code 'e' for object of type 'str'", '+1.0e+00', '+0.0e+00+2.0e+00j']
# expect: #.3g ['42.0', '-3.75', "ValueError:Unknown format code 'g' for object of type 'str'", '1.00', '0.00+2.00j']
# expect: 010,.2f ['000,042.00', '-00,003.75', "ValueError:Unknown format code 'f' for object of type 'str'", '000,001.00', 'ValueError:Zero padding is not allowed in complex format specifier']
# expect: z ['ValueError:Negative zero coercion (z) not allowed in integer format specifier', '-3.75', 'ValueError:Negative zero coercion (z) not allowed in string format specifier', 'ValueError:Negative zero coercion (z) not allowed in integer format specifier', '2j']
