def check(src, mode='exec'):
    try:
        compile(src, 'file', mode)
        print('ok', ascii(src))
    except SyntaxError as e:
        print(type(e).__name__, '|', ascii(src) if len(src) < 60 else len(src), '|', ascii(e.msg), '|', e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(type(e).__name__, '|', ascii(src), '|', e)
import warnings
warnings.simplefilter('ignore')
for src in [
    '0123',
    '1__0',
    '1_',
    '0x',
    '0xg',
    '0b2',
    '0b',
    '0o8',
    '0o',
    '1.2.3',
    '1e',
    '1e+',
    '1a',
    '0_1',
    '1_000_',
    '0x_',
    '0b1_',
    '5j6',
    '1.e',
    '0xfg',
    '1if',
    '12abc',
    '0b12',
    '0o79',
    '1_.5',
    '1._5',
    '1e_5',
    '00012',
    '0e',
    '1__2.5',
    '9_',
]:
    check(src)

# expect: SyntaxError | '0123' | 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers' | 1 1 1 2
# expect: SyntaxError | '1__0' | 'invalid decimal literal' | 1 2 1 2
# expect: SyntaxError | '1_' | 'invalid decimal literal' | 1 2 1 2
# expect: SyntaxError | '0x' | 'invalid hexadecimal literal' | 1 2 1 2
# expect: SyntaxError | '0xg' | 'invalid hexadecimal literal' | 1 2 1 2
# expect: SyntaxError | '0b2' | "invalid digit '2' in binary literal" | 1 3 1 3
# expect: SyntaxError | '0b' | 'invalid binary literal' | 1 2 1 2
# expect: SyntaxError | '0o8' | "invalid digit '8' in octal literal" | 1 3 1 3
# expect: SyntaxError | '0o' | 'invalid octal literal' | 1 2 1 2
# expect: SyntaxError | '1.2.3' | 'invalid syntax' | 1 4 1 6
# expect: SyntaxError | '1e' | 'invalid decimal literal' | 1 1 1 1
# expect: SyntaxError | '1e+' | 'invalid decimal literal' | 1 3 1 3
# expect: SyntaxError | '1a' | 'invalid decimal literal' | 1 1 1 1
# expect: SyntaxError | '0_1' | 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers' | 1 1 1 3
# expect: SyntaxError | '1_000_' | 'invalid decimal literal' | 1 6 1 6
# expect: SyntaxError | '0x_' | 'invalid hexadecimal literal' | 1 3 1 3
# expect: SyntaxError | '0b1_' | 'invalid binary literal' | 1 4 1 4
# expect: SyntaxError | '5j6' | 'invalid imaginary literal' | 1 2 1 2
# expect: SyntaxError | '1.e' | 'invalid decimal literal' | 1 2 1 2
# expect: SyntaxError | '0xfg' | 'invalid hexadecimal literal' | 1 3 1 3
# expect: SyntaxError | '1if' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | '12abc' | 'invalid decimal literal' | 1 2 1 2
# expect: SyntaxError | '0b12' | "invalid digit '2' in binary literal" | 1 4 1 4
# expect: SyntaxError | '0o79' | "invalid digit '9' in octal literal" | 1 4 1 4
# expect: SyntaxError | '1_.5' | 'invalid decimal literal' | 1 2 1 2
# expect: SyntaxError | '1._5' | 'invalid decimal literal' | 1 2 1 2
# expect: SyntaxError | '1e_5' | 'invalid decimal literal' | 1 1 1 1
# expect: SyntaxError | '00012' | 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers' | 1 1 1 4
# expect: SyntaxError | '0e' | 'invalid decimal literal' | 1 1 1 1
# expect: SyntaxError | '1__2.5' | 'invalid decimal literal' | 1 2 1 2
# expect: SyntaxError | '9_' | 'invalid decimal literal' | 1 2 1 2
