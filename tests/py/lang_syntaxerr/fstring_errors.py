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
    "f'{'",
    "f'}'",
    "f'{}'",
    "f'{ }'",
    "f'{a'",
    "f'{a b}'",
    "f'{a!}'",
    "f'{a!x}'",
    "f'{a!rr}'",
    "f'{a!r:}' f'{'",
    "f'{a:{b}'",
    "f'{a:{b:{c}}}'",
    "f'{lambda x: 1}'",
    "f'{a = }' f'{b!z}'",
    "f'{*}'",
    "f'{yield}'",
    "f'{=}'",
    "f'{!r}'",
    "f'{:x}'",
    "f'{a +}'",
    "f'{1 = 2}'",
    "f'{x := }'",
    "f'{def}'",
    "f'{{}'",
    "f'{a}}'",
    "f'{(a}'",
    "f'{a)}'",
    "f'{a]}'",
    "f'{**a}'",
    "f'{a:}}'",
    "f'''{\na b}'''",
    "f'{a!r !s}'",
    "f'{,}'",
    "f'{a, }' f'{;}'",
    "f'{a:{}}'",
]:
    check(src)

# expect: SyntaxError | "f'{'" | "f-string: expecting '}'" | 1 4 1 4
# expect: SyntaxError | "f'}'" | "f-string: single '}' is not allowed" | 1 3 1 3
# expect: SyntaxError | "f'{}'" | "f-string: valid expression required before '}'" | 1 4 1 5
# expect: SyntaxError | "f'{ }'" | "f-string: valid expression required before '}'" | 1 5 1 6
# expect: SyntaxError | "f'{a'" | "f-string: expecting '}'" | 1 5 1 5
# expect: SyntaxError | "f'{a b}'" | 'invalid syntax. Perhaps you forgot a comma?' | 1 4 1 7
# expect: SyntaxError | "f'{a!}'" | 'f-string: missing conversion character' | 1 6 1 7
# expect: SyntaxError | "f'{a!x}'" | "f-string: invalid conversion character 'x': expected 's', 'r', or 'a'" | 1 6 1 7
# expect: SyntaxError | "f'{a!rr}'" | "f-string: invalid conversion character 'rr': expected 's', 'r', or 'a'" | 1 6 1 8
# expect: SyntaxError | "f'{a!r:}' f'{'" | "f-string: expecting '}'" | 1 14 1 14
# expect: SyntaxError | "f'{a:{b}'" | "f-string: expecting '}', or format specs" | 1 9 1 10
# expect: ok "f'{a:{b:{c}}}'"
# expect: SyntaxError | "f'{lambda x: 1}'" | 'f-string: lambda expressions are not allowed without parentheses' | 1 4 1 13
# expect: SyntaxError | "f'{a = }' f'{b!z}'" | "f-string: invalid conversion character 'z': expected 's', 'r', or 'a'" | 1 16 1 17
# expect: SyntaxError | "f'{*}'" | "f-string: expecting a valid expression after '{'" | 1 4 1 5
# expect: SyntaxError | "f'{yield}'" | "'yield' outside function" | 1 4 1 9
# expect: SyntaxError | "f'{=}'" | "f-string: valid expression required before '='" | 1 4 1 5
# expect: SyntaxError | "f'{!r}'" | "f-string: valid expression required before '!'" | 1 4 1 5
# expect: SyntaxError | "f'{:x}'" | "f-string: valid expression required before ':'" | 1 4 1 5
# expect: SyntaxError | "f'{a +}'" | "f-string: expecting '=', or '!', or ':', or '}'" | 1 6 1 7
# expect: SyntaxError | "f'{1 = 2}'" | "f-string: expecting '!', or ':', or '}'" | 1 8 1 9
# expect: ok "f'{x := }'"
# expect: SyntaxError | "f'{def}'" | "f-string: expecting a valid expression after '{'" | 1 4 1 7
# expect: SyntaxError | "f'{{}'" | "f-string: single '}' is not allowed" | 1 5 1 5
# expect: SyntaxError | "f'{a}}'" | "f-string: single '}' is not allowed" | 1 6 1 6
# expect: SyntaxError | "f'{(a}'" | "closing parenthesis '}' does not match opening parenthesis '('" | 1 6 1 6
# expect: SyntaxError | "f'{a)}'" | "f-string: unmatched ')'" | 1 5 1 5
# expect: SyntaxError | "f'{a]}'" | "f-string: unmatched ']'" | 1 5 1 5
# expect: SyntaxError | "f'{**a}'" | "f-string: expecting a valid expression after '{'" | 1 4 1 6
# expect: SyntaxError | "f'{a:}}'" | "f-string: single '}' is not allowed" | 1 7 1 7
# expect: SyntaxError | "f'''{\na b}'''" | 'invalid syntax. Perhaps you forgot a comma?' | 2 1 2 4
# expect: SyntaxError | "f'{a!r !s}'" | "f-string: expecting ':' or '}'" | 1 8 1 9
# expect: SyntaxError | "f'{,}'" | "f-string: expecting a valid expression after '{'" | 1 4 1 5
# expect: SyntaxError | "f'{a, }' f'{;}'" | "f-string: expecting a valid expression after '{'" | 1 13 1 14
# expect: SyntaxError | "f'{a:{}}'" | "f-string: valid expression required before '}'" | 1 7 1 8
