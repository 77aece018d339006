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
# since-3.14: case 1 as 2: pass' | 'invalid pattern target' => case 1 as 2: pass' | 'cannot use literal as pattern target'
# since-3.14: case 1 as a.b: pass' | 'invalid syntax' | 2 13 2 14 => case 1 as a.b: pass' | 'cannot use attribute as pattern target' | 2 12 2 15
for src in [
    'match x: pass',
    'match x:\n pass',
    'match:\n case 1: pass',
    'match x:\n case: pass',
    'match x:\n case 1 2: pass',
    'match x:\n case x y: pass',
    'match x:\n case (1: pass',
    'match x:\n case {1}: pass',
    'match x:\n case {a: 1}: pass',
    'match x:\n case {**a, **b}: pass',
    'match x:\n case A(b=1, 2): pass',
    'match x:\n case A(1=2): pass',
    'match x:\n case a.b(): pass\n case 1 if: pass',
    'match x:\n case 1 as 2: pass',
    'match x:\n case 1 as a.b: pass',
    'match x:\n case 1 as: pass',
    'match x:\n case *a: pass\n case a, *b, *c: pass',
    'match x:\n case (*a): pass',
    'match x:\n case a := 1: pass',
    'match x:\n case f(a)(b): pass',
    'match x:\n case not 1: pass',
    'match x:\n case a + b: pass',
    'match x:\n case 1j + 1: pass',
    'match x:\n case -"a": pass',
    'match x:\n case a[0]: pass',
    'match x:\n case A(x=1, x=2): pass',
    'match x:\n case [a, a]: pass',
    'match x:\n case a: pass\n case b: pass',
    'match x:\n case a | 1: pass',
    'match x:\n case A(): pass\n y = 1',
    'match x:\n case 1 if y := 2: pass',
]:
    check(src)

# expect: SyntaxError | 'match x: pass' | 'invalid syntax' | 1 10 1 14
# expect: SyntaxError | 'match x:\n pass' | 'invalid syntax' | 2 2 2 6
# expect: SyntaxError | 'match:\n case 1: pass' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'match x:\n case: pass' | 'invalid syntax' | 2 6 2 7
# expect: SyntaxError | 'match x:\n case 1 2: pass' | 'invalid syntax' | 2 9 2 10
# expect: SyntaxError | 'match x:\n case x y: pass' | 'invalid syntax' | 2 9 2 10
# expect: SyntaxError | 'match x:\n case (1: pass' | 'invalid syntax' | 2 9 2 10
# expect: SyntaxError | 'match x:\n case {1}: pass' | 'invalid syntax' | 2 9 2 10
# expect: SyntaxError | 'match x:\n case {a: 1}: pass' | 'invalid syntax' | 2 9 2 10
# expect: SyntaxError | 'match x:\n case {**a, **b}: pass' | 'invalid syntax' | 2 13 2 15
# expect: SyntaxError | 'match x:\n case A(b=1, 2): pass' | 'positional patterns follow keyword patterns' | 2 14 2 15
# expect: SyntaxError | 'match x:\n case A(1=2): pass' | 'invalid syntax' | 2 10 2 11
# expect: SyntaxError | 'match x:\n case a.b(): pass\n case 1 if: pass' | 'invalid syntax' | 3 11 3 12
# expect: SyntaxError | 'match x:\n case 1 as 2: pass' | 'cannot use literal as pattern target' | 2 12 2 13
# expect: SyntaxError | 'match x:\n case 1 as a.b: pass' | 'cannot use attribute as pattern target' | 2 12 2 15
# expect: SyntaxError | 'match x:\n case 1 as: pass' | 'invalid syntax' | 2 11 2 12
# expect: SyntaxError | 'match x:\n case *a: pass\n case a, *b, *c: pass' | 'invalid syntax' | 2 9 2 10
# expect: SyntaxError | 'match x:\n case (*a): pass' | 'invalid syntax' | 2 10 2 11
# expect: SyntaxError | 'match x:\n case a := 1: pass' | 'invalid syntax' | 2 9 2 11
# expect: SyntaxError | 'match x:\n case f(a)(b): pass' | 'invalid syntax' | 2 11 2 12
# expect: SyntaxError | 'match x:\n case not 1: pass' | 'invalid syntax' | 2 7 2 10
# expect: SyntaxError | 'match x:\n case a + b: pass' | 'invalid syntax' | 2 9 2 10
# expect: SyntaxError | 'match x:\n case 1j + 1: pass' | 'real number required in complex literal' | 2 7 2 9
# expect: SyntaxError | 'match x:\n case -"a": pass' | 'invalid syntax' | 2 8 2 11
# expect: SyntaxError | 'match x:\n case a[0]: pass' | 'invalid syntax' | 2 8 2 9
# expect: SyntaxError | 'match x:\n case A(x=1, x=2): pass' | 'attribute name repeated in class pattern: x' | 2 16 2 17
# expect: SyntaxError | 'match x:\n case [a, a]: pass' | "multiple assignments to name 'a' in pattern" | 2 11 2 12
# expect: SyntaxError | 'match x:\n case a: pass\n case b: pass' | "name capture 'a' makes remaining patterns unreachable" | 2 7 2 8
# expect: SyntaxError | 'match x:\n case a | 1: pass' | "name capture 'a' makes remaining patterns unreachable" | 2 7 2 8
# expect: SyntaxError | 'match x:\n case A(): pass\n y = 1' | 'invalid syntax' | 3 2 3 3
# expect: ok 'match x:\n case 1 if y := 2: pass'
