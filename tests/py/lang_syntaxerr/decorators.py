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
    '@',
    '@x',
    '@x\ny = 1',
    '@x y\ndef f(): pass',
    '@\ndef f(): pass',
    '@x\n\n',
    '@x\n@y',
    '@x\nif 1: pass',
    '@x\nlambda: 0',
    '@x def f(): pass',
    '@=1\ndef f(): pass',
    '@x\nasync x',
    'async',
    'async x',
    'async def',
    'async for x in y: pass',
    'async lambda: 0',
    'async if 1: pass',
]:
    check(src)

# expect: SyntaxError | '@' | 'invalid syntax' | 1 2 1 3
# expect: SyntaxError | '@x' | 'invalid syntax' | 1 0 1 0
# expect: SyntaxError | '@x\ny = 1' | 'invalid syntax' | 2 1 2 2
# expect: SyntaxError | '@x y\ndef f(): pass' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | '@\ndef f(): pass' | 'invalid syntax' | 1 2 1 3
# expect: SyntaxError | '@x\n\n' | 'invalid syntax' | 2 0 2 0
# expect: SyntaxError | '@x\n@y' | 'invalid syntax' | 2 0 2 0
# expect: SyntaxError | '@x\nif 1: pass' | 'invalid syntax' | 2 1 2 3
# expect: SyntaxError | '@x\nlambda: 0' | 'invalid syntax' | 2 1 2 7
# expect: SyntaxError | '@x def f(): pass' | 'invalid syntax' | 1 4 1 7
# expect: SyntaxError | '@=1\ndef f(): pass' | 'invalid syntax' | 1 1 1 3
# expect: SyntaxError | '@x\nasync x' | 'invalid syntax' | 2 7 2 8
# expect: SyntaxError | 'async' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'async x' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'async def' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'async for x in y: pass' | "'async for' outside async function" | 1 1 1 23
# expect: SyntaxError | 'async lambda: 0' | 'invalid syntax' | 1 7 1 13
# expect: SyntaxError | 'async if 1: pass' | 'invalid syntax' | 1 7 1 9
