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
    'return',
    'return 1',
    'yield 1',
    'yield',
    'await x',
    'class C:\n return 1',
    'class C:\n yield 1',
    'break',
    'continue',
    'if 1: break',
    'def f():\n break',
    'for x in y:\n def f(): continue',
    'while 1:\n class C: break',
    'async for x in y: pass',
    'async with x: pass',
    'def f():\n await x',
    'def f():\n async for x in y: pass',
    'def f():\n async with x: pass',
    '[x async for x in y]',
    'def f():\n [x async for x in y]',
    'async def f():\n yield from x',
    'x = await y',
    'lambda: await x',
    'def f():\n return\n\nreturn 5',
    'class C:\n x = yield',
]:
    check(src)

# expect: SyntaxError | 'return' | "'return' outside function" | 1 1 1 7
# expect: SyntaxError | 'return 1' | "'return' outside function" | 1 1 1 9
# expect: SyntaxError | 'yield 1' | "'yield' outside function" | 1 1 1 8
# expect: SyntaxError | 'yield' | "'yield' outside function" | 1 1 1 6
# expect: SyntaxError | 'await x' | "'await' outside function" | 1 1 1 8
# expect: SyntaxError | 'class C:\n return 1' | "'return' outside function" | 2 2 2 10
# expect: SyntaxError | 'class C:\n yield 1' | "'yield' outside function" | 2 2 2 9
# expect: SyntaxError | 'break' | "'break' outside loop" | 1 1 1 6
# expect: SyntaxError | 'continue' | "'continue' not properly in loop" | 1 1 1 9
# expect: SyntaxError | 'if 1: break' | "'break' outside loop" | 1 7 1 12
# expect: SyntaxError | 'def f():\n break' | "'break' outside loop" | 2 2 2 7
# expect: SyntaxError | 'for x in y:\n def f(): continue' | "'continue' not properly in loop" | 2 11 2 19
# expect: SyntaxError | 'while 1:\n class C: break' | "'break' outside loop" | 2 11 2 16
# expect: SyntaxError | 'async for x in y: pass' | "'async for' outside async function" | 1 1 1 23
# expect: SyntaxError | 'async with x: pass' | "'async with' outside async function" | 1 1 1 19
# expect: SyntaxError | 'def f():\n await x' | "'await' outside async function" | 2 2 2 9
# expect: SyntaxError | 'def f():\n async for x in y: pass' | "'async for' outside async function" | 2 2 2 24
# expect: SyntaxError | 'def f():\n async with x: pass' | "'async with' outside async function" | 2 2 2 20
# expect: SyntaxError | '[x async for x in y]' | 'asynchronous comprehension outside of an asynchronous function' | 1 1 1 21
# expect: SyntaxError | 'def f():\n [x async for x in y]' | 'asynchronous comprehension outside of an asynchronous function' | 2 2 2 22
# expect: SyntaxError | 'async def f():\n yield from x' | "'yield from' inside async function" | 2 2 2 14
# expect: SyntaxError | 'x = await y' | "'await' outside function" | 1 5 1 12
# expect: SyntaxError | 'lambda: await x' | "'await' outside async function" | 1 9 1 16
# expect: SyntaxError | 'def f():\n return\n\nreturn 5' | "'return' outside function" | 4 1 4 9
# expect: SyntaxError | 'class C:\n x = yield' | "'yield' outside function" | 2 6 2 11
