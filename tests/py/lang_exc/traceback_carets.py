import traceback
def check(src):
    ns = {}
    try:
        exec(compile(src, '<none>', 'exec'), ns)
    except Exception as e:
        f = traceback.extract_tb(e.__traceback__)[-1]
        print(type(e).__name__, f.lineno, f.end_lineno, f.colno, f.end_colno)
check('x = 1 + None')
check('a = {}\na["k"]["z"]')
check('def f(a):\n    return a.b.c\nf(1)')
check('print(len(5) + 1)')
check('x = [1,\n  2 / 0,\n 3]')
check('raise ValueError("x")')
check('undefined_name')
check('import nothing_here')
check('[1, 2][5]')
check('assert 1 == 2')
check('a, b = 5')

# expect: TypeError 1 1 4 12
# expect: KeyError 2 2 0 6
# expect: AttributeError 2 2 11 14
# expect: TypeError 1 1 6 12
# expect: ZeroDivisionError 2 2 2 7
# expect: ValueError 1 1 0 21
# expect: NameError 1 1 0 14
# expect: ModuleNotFoundError 1 1 0 19
# expect: IndexError 1 1 0 9
# expect: AssertionError 1 1 7 13
# expect: TypeError 1 1 0 4
