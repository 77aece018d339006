# PEP 401 by compile()'s flag, and the limit of digits of integer literals.
import __future__, ast, sys

FLUFL = __future__.barry_as_FLUFL.compiler_flag


def attempt(text, flags=0):
    try:
        print(repr(text), flags, eval(compile(text, 'f', 'eval', flags)))
    except SyntaxError as e:
        print(repr(text), flags, e.msg, e.lineno, e.offset)


for text in '1 <> 2', '1 != 2', '(1\n<>\n1)':
    attempt(text)
    attempt(text, FLUFL)
print(ast.dump(compile('a <> b', 'f', 'eval', FLUFL | ast.PyCF_ONLY_AST).body.ops[0]))


def digits(n, f=eval):
    try:
        print(n, type(f('1' * n)).__name__)
    except SyntaxError as e:
        print(n, e.msg[:62], e.lineno, e.offset)


digits(4300), digits(4301), digits(4301, ast.literal_eval), digits(4301, ast.parse)
sys.set_int_max_str_digits(700)
digits(700), digits(701)
sys.set_int_max_str_digits(0)
digits(10000)
print(type(eval('0x' + 'f' * 9000)).__name__)

# expect: '1 <> 2' 0 invalid syntax 1 3
# expect: '1 <> 2' 4194304 True
# expect: '1 != 2' 0 True
# expect: '1 != 2' 4194304 with Barry as BDFL, use '<>' instead of '!=' 1 3
# expect: '(1\n<>\n1)' 0 invalid syntax 2 1
# expect: '(1\n<>\n1)' 4194304 False
# expect: NotEq()
# expect: 4300 int
# expect: 4301 Exceeds the limit (4300 digits) for integer string conversion: 1 0
# expect: 4301 Exceeds the limit (4300 digits) for integer string conversion: 1 0
# expect: 4301 Exceeds the limit (4300 digits) for integer string conversion: 1 0
# expect: 700 int
# expect: 701 Exceeds the limit (700 digits) for integer string conversion:  1 0
# expect: 10000 int
# expect: int
