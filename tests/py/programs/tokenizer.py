import re
from typing import NamedTuple
class Tok(NamedTuple):
    kind: str; text: str; line: int; col: int
SPEC = [('NUM', r'\d+(\.\d+)?'), ('ID', r'[A-Za-z_]\w*'), ('STR', r'"[^"\n]*"'), ('OP', r'==|<=|>=|!=|[-+*/=<>(){};,]'), ('NL', r'\n'), ('SKIP', r'[ \t]+|#[^\n]*'), ('BAD', r'.')]
RX = re.compile('|'.join(f'(?P<{n}>{p})' for n, p in SPEC))
KW = {'if', 'while', 'print'}
def lex(s):
    line, start = 1, 0
    for m in RX.finditer(s):
        k, t = m.lastgroup, m.group()
        if k == 'NL': line += 1; start = m.end()
        elif k == 'SKIP': pass
        elif k == 'BAD': raise SyntaxError(f'line {line} col {m.start() - start}: {t!r}')
        else: yield Tok('KW' if t in KW else k, t, line, m.start() - start)
for t in lex('x = 3.5; # comment\nif x >= 2 { print("hi") }\n'): print(*t)
try: list(lex('a\n b $ c'))
except SyntaxError as e: print(e)

# expect: ID x 1 0
# expect: OP = 1 2
# expect: NUM 3.5 1 4
# expect: OP ; 1 7
# expect: KW if 2 0
# expect: ID x 2 3
# expect: OP >= 2 5
# expect: NUM 2 2 8
# expect: OP { 2 10
# expect: KW print 2 12
# expect: OP ( 2 17
# expect: STR "hi" 2 18
# expect: OP ) 2 22
# expect: OP } 2 24
# expect: line 2 col 3: '$'
