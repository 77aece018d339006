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
    '1 += 2',
    'f() += 1',
    'a, b += 1',
    '[a] += 1',
    '(a) += 1',
    '*a += 1',
    '"x" += 1',
    'a + b += 1',
    'None += 1',
    '(a, b) += 1',
    'a += b += c',
    'x = y += 1',
    '{} += 1',
    'lambda: 0 += 1',
    'a if b else c += 1',
]:
    check(src)

# expect: SyntaxError | '1 += 2' | "'literal' is an illegal expression for augmented assignment" | 1 1 1 2
# expect: SyntaxError | 'f() += 1' | "'function call' is an illegal expression for augmented assignment" | 1 1 1 4
# expect: SyntaxError | 'a, b += 1' | "'tuple' is an illegal expression for augmented assignment" | 1 1 1 5
# expect: SyntaxError | '[a] += 1' | "'list' is an illegal expression for augmented assignment" | 1 1 1 4
# expect: ok '(a) += 1'
# expect: SyntaxError | '*a += 1' | "'starred' is an illegal expression for augmented assignment" | 1 1 1 3
# expect: SyntaxError | '"x" += 1' | "'literal' is an illegal expression for augmented assignment" | 1 1 1 4
# expect: SyntaxError | 'a + b += 1' | "'expression' is an illegal expression for augmented assignment" | 1 1 1 6
# expect: SyntaxError | 'None += 1' | "'None' is an illegal expression for augmented assignment" | 1 1 1 5
# expect: SyntaxError | '(a, b) += 1' | "'tuple' is an illegal expression for augmented assignment" | 1 1 1 7
# expect: SyntaxError | 'a += b += c' | 'invalid syntax' | 1 8 1 10
# expect: SyntaxError | 'x = y += 1' | 'invalid syntax' | 1 7 1 9
# expect: SyntaxError | '{} += 1' | "'dict literal' is an illegal expression for augmented assignment" | 1 1 1 3
# expect: SyntaxError | 'lambda: 0 += 1' | "'lambda' is an illegal expression for augmented assignment" | 1 1 1 10
# expect: SyntaxError | 'a if b else c += 1' | "'conditional expression' is an illegal expression for augmented assignment" | 1 1 1 14
