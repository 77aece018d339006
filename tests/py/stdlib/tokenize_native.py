# lib: 3.12-
import _tokenize, io, threading, token, tokenize


def show(text, **options):
    print(repr(text))
    try:
        for kind, string, start, end, line in _tokenize.TokenizerIter(io.StringIO(text, newline='').readline, extra_tokens=True, **options):
            print('  ', token.tok_name[kind], repr(string), *start, *end, repr(line))
    except SyntaxError as e:
        print('  ', type(e).__name__, e.msg, e.lineno, e.offset)


show('if x:\n  # c\n  y = 1 # d\n\n  z\nb')
show("x = '''a\nb''' + 1\n")
show("f'''{a\n}b\n''' + c\n")
show("f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'")
show('(a,\n # c\n\n b)\r\n\r\n')
show('a \\\n + b $ ? ! 0777 €\n')
show('(a,\nb\n')
show('x = "a\n')
show('if 1:\n    a\n  b\n')
show('1_\n')


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: list(_tokenize.TokenizerIter(1, extra_tokens=True)))
attempt(lambda: list(_tokenize.TokenizerIter(lambda: 1, extra_tokens=True)))
attempt(lambda: list(_tokenize.TokenizerIter(lambda: 1, extra_tokens=True, encoding='utf-8')))
attempt(lambda: [t[0] for t in _tokenize.TokenizerIter(iter(['a = 1\n']).__next__, extra_tokens=False)][1] == token.EQUAL)
attempt(lambda: [t.string for t in tokenize.tokenize(io.BytesIO('# -*- coding: latin-1 -*-\né = 1'.encode('latin-1')).readline)])

# Threads that share an iterator get each token once, or are told that it is busy.
lines = iter(['a = b + c\n'] * 300)
shared = _tokenize.TokenizerIter(lambda: next(lines, ''), extra_tokens=True)
seen = []


def take():
    while True:
        try:
            seen.append(next(shared)[2])
        except StopIteration:
            return
        except ValueError as e:
            assert str(e) == 'TokenizerIter already executing'


threads = [threading.Thread(target=take) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(len(seen), len(set(seen)))

# expect: 'if x:\n  # c\n  y = 1 # d\n\n  z\nb'
# expect:    NAME 'if' 1 0 1 2 'if x:\n'
# expect:    NAME 'x' 1 3 1 4 'if x:\n'
# expect:    OP ':' 1 4 1 5 'if x:\n'
# expect:    NEWLINE '\n' 1 5 1 6 'if x:\n'
# expect:    COMMENT '# c' 2 2 2 5 '  # c\n'
# expect:    NL '\n' 2 5 2 6 '  # c\n'
# expect:    INDENT '  ' 3 0 3 2 '  y = 1 # d\n'
# expect:    NAME 'y' 3 2 3 3 '  y = 1 # d\n'
# expect:    OP '=' 3 4 3 5 '  y = 1 # d\n'
# expect:    NUMBER '1' 3 6 3 7 '  y = 1 # d\n'
# expect:    COMMENT '# d' 3 8 3 11 '  y = 1 # d\n'
# expect:    NEWLINE '\n' 3 11 3 12 '  y = 1 # d\n'
# expect:    NL '\n' 4 0 4 1 '\n'
# expect:    NAME 'z' 5 2 5 3 '  z\n'
# expect:    NEWLINE '\n' 5 3 5 4 '  z\n'
# expect:    DEDENT '' 6 0 6 0 'b'
# expect:    NAME 'b' 6 0 6 1 'b'
# expect:    NEWLINE '' 6 1 6 2 'b'
# expect:    ENDMARKER '' 7 0 7 0 ''
# expect: "x = '''a\nb''' + 1\n"
# expect:    NAME 'x' 1 0 1 1 "x = '''a\n"
# expect:    OP '=' 1 2 1 3 "x = '''a\n"
# expect:    STRING "'''a\nb'''" 1 4 2 4 "x = '''a\nb''' + 1\n"
# expect:    OP '+' 2 5 2 6 "b''' + 1\n"
# expect:    NUMBER '1' 2 7 2 8 "b''' + 1\n"
# expect:    NEWLINE '\n' 2 8 2 9 "b''' + 1\n"
# expect:    ENDMARKER '' 3 0 3 0 ''
# expect: "f'''{a\n}b\n''' + c\n"
# expect:    FSTRING_START "f'''" 1 0 1 4 "f'''{a\n"
# expect:    OP '{' 1 4 1 5 "f'''{a\n"
# expect:    NAME 'a' 1 5 1 6 "f'''{a\n"
# expect:    NL '\n' 1 6 1 7 "f'''{a\n"
# expect:    OP '}' 2 0 2 1 '}b\n'
# expect:    FSTRING_MIDDLE 'b\n' 2 1 3 0 "}b\n''' + c\n"
# expect:    FSTRING_END "'''" 3 0 3 3 "''' + c\n"
# expect:    OP '+' 3 4 3 5 "''' + c\n"
# expect:    NAME 'c' 3 6 3 7 "''' + c\n"
# expect:    NEWLINE '\n' 3 7 3 8 "''' + c\n"
# expect:    ENDMARKER '' 4 0 4 0 ''
# expect: "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_START "f'" 1 0 1 2 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    OP '{' 1 2 1 3 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    NAME 'a' 1 3 1 4 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    OP '!' 1 4 1 5 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    NAME 'r' 1 5 1 6 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    OP ':' 1 6 1 7 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_MIDDLE '>' 1 7 1 8 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    OP '{' 1 8 1 9 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    NAME 'w' 1 9 1 10 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    OP '}' 1 10 1 11 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_MIDDLE '' 1 11 1 11 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    OP '}' 1 11 1 12 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_END "'" 1 12 1 13 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_START "rf'" 1 14 1 17 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_MIDDLE 'a{' 1 17 1 19 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_MIDDLE 'b}' 1 20 1 22 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_MIDDLE 'c\\d' 1 23 1 26 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    OP '{' 1 26 1 27 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    NAME 'x' 1 27 1 28 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    OP ':' 1 28 1 29 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_MIDDLE '' 1 29 1 29 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    OP '}' 1 29 1 30 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_END "'" 1 30 1 31 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_START "f'" 1 32 1 34 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_MIDDLE '\\N{DIGIT ONE}' 1 34 1 47 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_MIDDLE '2' 1 47 1 48 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    FSTRING_END "'" 1 48 1 49 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    NEWLINE '' 1 49 1 50 "f'{a!r:>{w}}' rf'a{{b}}c\\d{x:}' f'\\N{DIGIT ONE}2'"
# expect:    ENDMARKER '' 2 0 2 0 ''
# expect: '(a,\n # c\n\n b)\r\n\r\n'
# expect:    OP '(' 1 0 1 1 '(a,\n'
# expect:    NAME 'a' 1 1 1 2 '(a,\n'
# expect:    OP ',' 1 2 1 3 '(a,\n'
# expect:    NL '\n' 1 3 1 4 '(a,\n'
# expect:    COMMENT '# c' 2 1 2 4 ' # c\n'
# expect:    NL '\n' 2 4 2 5 ' # c\n'
# expect:    NL '\n' 3 0 3 1 '\n'
# expect:    NAME 'b' 4 1 4 2 ' b)\r\n'
# expect:    OP ')' 4 2 4 3 ' b)\r\n'
# expect:    NEWLINE '\r\n' 4 3 4 5 ' b)\r\n'
# expect:    NL '\r\n' 5 0 5 2 '\r\n'
# expect:    ENDMARKER '' 6 0 6 0 ''
# expect: 'a \\\n + b $ ? ! 0777 €\n'
# expect:    NAME 'a' 1 0 1 1 'a \\\n'
# expect:    OP '+' 2 1 2 2 ' + b $ ? ! 0777 €\n'
# expect:    NAME 'b' 2 3 2 4 ' + b $ ? ! 0777 €\n'
# expect:    OP '$' 2 5 2 6 ' + b $ ? ! 0777 €\n'
# expect:    OP '?' 2 7 2 8 ' + b $ ? ! 0777 €\n'
# expect:    OP '!' 2 9 2 10 ' + b $ ? ! 0777 €\n'
# expect:    NUMBER '0777' 2 11 2 15 ' + b $ ? ! 0777 €\n'
# expect:    NAME '€' 2 16 2 17 ' + b $ ? ! 0777 €\n'
# expect:    NEWLINE '\n' 2 17 2 18 ' + b $ ? ! 0777 €\n'
# expect:    ENDMARKER '' 3 0 3 0 ''
# expect: '(a,\nb\n'
# expect:    OP '(' 1 0 1 1 '(a,\n'
# expect:    NAME 'a' 1 1 1 2 '(a,\n'
# expect:    OP ',' 1 2 1 3 '(a,\n'
# expect:    NL '\n' 1 3 1 4 '(a,\n'
# expect:    NAME 'b' 2 0 2 1 'b\n'
# expect:    NL '\n' 2 1 2 2 'b\n'
# expect:    SyntaxError unexpected EOF in multi-line statement 2 0
# expect: 'x = "a\n'
# expect:    NAME 'x' 1 0 1 1 'x = "a\n'
# expect:    OP '=' 1 2 1 3 'x = "a\n'
# expect:    SyntaxError unterminated string literal (detected at line 1) 1 5
# expect: 'if 1:\n    a\n  b\n'
# expect:    NAME 'if' 1 0 1 2 'if 1:\n'
# expect:    NUMBER '1' 1 3 1 4 'if 1:\n'
# expect:    OP ':' 1 4 1 5 'if 1:\n'
# expect:    NEWLINE '\n' 1 5 1 6 'if 1:\n'
# expect:    INDENT '    ' 2 0 2 4 '    a\n'
# expect:    NAME 'a' 2 4 2 5 '    a\n'
# expect:    NEWLINE '\n' 2 5 2 6 '    a\n'
# expect:    IndentationError unindent does not match any outer indentation level 3 4
# expect: '1_\n'
# expect:    SyntaxError invalid decimal literal 1 2
# expect: TypeError 'int' object is not callable
# expect: TypeError readline() returned a non-string object
# expect: TypeError readline() returned a non-bytes object
# expect: True
# expect: ['iso-8859-1', '# -*- coding: latin-1 -*-', '\n', 'é', '=', '1', '', '']
# expect: 1801 1801
