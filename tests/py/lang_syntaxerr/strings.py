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
    '"abc',
    "'abc\n",
    '"""abc',
    "'''a\nb\n",
    'x = "a\nb"',
    'f"abc',
    'r"abc\\"',
    'b"\xe9"',
    'b"abc',
    "'a' b'b'",
    "'\\x1'",
    "'\\u123'",
    "'\\U0011'",
    "'\\N{bad name}'",
    "b'\\x1'",
    "'\\N{'",
    'x = "a" "b\n',
    "f'''abc",
    "u'a' + 'b",
]:
    check(src)

# expect: SyntaxError | '"abc' | 'unterminated string literal (detected at line 1)' | 1 1 1 1
# expect: SyntaxError | "'abc\n" | 'unterminated string literal (detected at line 1)' | 1 1 1 1
# expect: SyntaxError | '"""abc' | 'unterminated triple-quoted string literal (detected at line 1)' | 1 1 1 1
# expect: SyntaxError | "'''a\nb\n" | 'unterminated triple-quoted string literal (detected at line 2)' | 1 1 1 1
# expect: SyntaxError | 'x = "a\nb"' | 'unterminated string literal (detected at line 1)' | 1 5 1 5
# expect: SyntaxError | 'f"abc' | 'unterminated f-string literal (detected at line 1)' | 1 1 1 1
# expect: SyntaxError | 'r"abc\\"' | 'unterminated string literal (detected at line 1); perhaps you escaped the end quote?' | 1 1 1 1
# expect: SyntaxError | 'b"\xe9"' | 'bytes can only contain ASCII literal characters' | 1 1 1 5
# expect: SyntaxError | 'b"abc' | 'unterminated string literal (detected at line 1)' | 1 1 1 1
# expect: SyntaxError | "'a' b'b'" | 'cannot mix bytes and nonbytes literals' | 1 9 1 10
# expect: SyntaxError | "'\\x1'" | "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape" | 1 1 1 6
# expect: SyntaxError | "'\\u123'" | "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-4: truncated \\uXXXX escape" | 1 1 1 8
# expect: SyntaxError | "'\\U0011'" | "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-5: truncated \\UXXXXXXXX escape" | 1 1 1 9
# expect: SyntaxError | "'\\N{bad name}'" | "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-11: unknown Unicode character name" | 1 1 1 15
# expect: SyntaxError | "b'\\x1'" | '(value error) invalid \\x escape at position 0' | 1 1 1 7
# expect: SyntaxError | "'\\N{'" | "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \\N character escape" | 1 1 1 6
# expect: SyntaxError | 'x = "a" "b\n' | 'unterminated string literal (detected at line 1)' | 1 9 1 9
# expect: SyntaxError | "f'''abc" | 'unterminated triple-quoted f-string literal (detected at line 1)' | 1 1 1 1
# expect: SyntaxError | "u'a' + 'b" | 'unterminated string literal (detected at line 1)' | 1 8 1 8
