import ast, tokenize, io, keyword, token
t = ast.parse('x = 1 + y\nfor i in range(3):\n    print(i, end="")\n')
print(ast.dump(t)[:200])
print(ast.unparse(t))
print(ast.literal_eval('{"a": [1, -2.5, (3,), None, True, b"x", {1}], "b": 1+2j}'))
for s in (
    '__import__("os")', '1+', 'a', '[1,', 'f(1)', '1+1', '"a" "b"', '-1', '+5', 'set()', '{**a}',
    '...',
):
    try:
        print(repr(s), ast.literal_eval(s))
    except Exception as e:
        print(repr(s), type(e).__name__, str(e).split(' at 0x')[0])
class V(ast.NodeVisitor):
    def visit_Name(s, n):
        print('name', n.id, type(n.ctx).__name__, n.lineno, n.col_offset, n.end_col_offset)
    def visit_Constant(s, n):
        print('const', n.value)
        s.generic_visit(n)
V().visit(t)
class T(ast.NodeTransformer):
    def visit_Constant(s, n):
        return ast.copy_location(ast.Constant(n.value * 10), n) if isinstance(n.value, int) else n
    def visit_Add(s, n):
        return ast.Mult()
t2 = ast.fix_missing_locations(T().visit(ast.parse('1 + 2')))
print(ast.unparse(t2), eval(compile(ast.Expression(t2.body[0].value), 'x', 'eval')))
src = '\n@dec(1)\nclass A(B, metaclass=M):\n    """doc"""\n    x: int = 5\n    async def f(self, a, /, b=1, *c, d, **e) -> int:\n        async with x as y, z: await w\n        return [i async for i in g if i]\n    def g(self):\n        try: pass\n        except* (E, F) as e: raise X from Y\n        else: del a, b[1]\n        finally: global q\n        while True: break\n        else: continue\n        lambda x, *y: (yield)\n        return {**a, \'k\': 1}, {1, 2}, a[1:2, ::3], a if b else c, not a, a and b or c, a < b <= c, f"{x!r:>{w}} y", (x := 5), *z, -a ** b, a @ b, b\'x\', 1.5j, ..., \'it\\\'s\'\nmatch p:\n    case [1, *_] | {\'k\': v, **r} if x: pass\n    case C(a, b=2) as d: pass\n'
try:
    print(ast.unparse(ast.parse(src)))
except SyntaxError as e:
    print(e)
m = ast.parse('"""mod doc"""\ndef f():\n  "f doc"')
print(ast.get_docstring(m), ast.get_docstring(m.body[1]))
print(ast.get_source_segment('a = bc', ast.parse('a = bc').body[0].value))
print([type(n).__name__ for n in ast.walk(ast.parse('a.b(c)'))])
print(list(ast.iter_fields(ast.parse('1').body[0]))[0][0])
print([type(n).__name__ for n in ast.iter_child_nodes(t)])
print(ast.dump(ast.parse('f(x, *a, k=1)', mode='eval'), indent=1))
for mode, s in (('eval', 'x = 1'), ('single', 'a\nb'), ('exec', 'a b'), ('func_type', '(int, str) -> bool')):
    try:
        print(mode, type(ast.parse(s, mode=mode)).__name__)
    except SyntaxError as e:
        print(mode, e)
for g in (
    lambda: compile(ast.Module([ast.Expr(5)], []), 'f', 'exec'),
    lambda: compile(ast.Expression(ast.Name('x')), 'f', 'eval'), lambda: ast.Name(id='a', zz=1).zz,
    lambda: eval(compile(ast.Expression(ast.Constant(5, lineno=1, col_offset=0)), 'f', 'eval')),
    lambda: ast.Add() is ast.Add(), lambda: isinstance(ast.Constant(1), ast.expr),
    lambda: ast.BinOp._fields, lambda: ast.parse('x').body[0]._attributes,
):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
for tk in tokenize.generate_tokens(io.StringIO('def f(a):\n    return a+1  # c\n"""s"""\n').readline):
    print(tokenize.tok_name[tk.type], repr(tk.string), tk.start, tk.end)
print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO('x = 1\n').readline)))
print(tokenize.detect_encoding(io.BytesIO(b'# coding: latin-1\n').readline), keyword.iskeyword('for'))
print(keyword.issoftkeyword('match'), token.tok_name[token.NAME], token.ISTERMINAL(1))

# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=BinOp(left=Constant(value=1), op=Add(), right=Name(id='y', ctx=Load()))), For(target=Name(id='i', ctx=Store()), iter=Call(func=Name(id='r
# expect: x = 1 + y
# expect: for i in range(3):
# expect:     print(i, end='')
# expect: {'a': [1, -2.5, (3,), None, True, b'x', {1}], 'b': (1+2j)}
# expect: '__import__("os")' ValueError malformed node or string on line 1: <ast.Call object
# expect: '1+' SyntaxError invalid syntax (<unknown>, line 1)
# expect: 'a' ValueError malformed node or string on line 1: <ast.Name object
# expect: '[1,' SyntaxError '[' was never closed (<unknown>, line 1)
# expect: 'f(1)' ValueError malformed node or string on line 1: <ast.Call object
# expect: '1+1' ValueError malformed node or string on line 1: <ast.BinOp object
# expect: '"a" "b"' ab
# expect: '-1' -1
# expect: '+5' 5
# expect: 'set()' set()
# expect: '{**a}' ValueError malformed node or string: None
# expect: '...' Ellipsis
# expect: name x Store 1 0 1
# expect: const 1
# expect: name y Load 1 8 9
# expect: name i Store 2 4 5
# expect: name range Load 2 9 14
# expect: const 3
# expect: name print Load 3 4 9
# expect: name i Load 3 10 11
# expect: const 
# expect: 10 * 20 200
# expect: @dec(1)
# expect: class A(B, metaclass=M):
# expect:     """doc"""
# expect:     x: int = 5
# expect:
# expect:     async def f(self, a, /, b=1, *c, d, **e) -> int:
# expect:         async with x as y, z:
# expect:             await w
# expect:         return [i async for i in g if i]
# expect:
# expect:     def g(self):
# expect:         try:
# expect:             pass
# expect:         except* (E, F) as e:
# expect:             raise X from Y
# expect:         else:
# expect:             del a, b[1]
# expect:         finally:
# expect:             global q
# expect:         while True:
# expect:             break
# expect:         else:
# expect:             continue
# expect:         lambda x, *y: (yield)
# expect:         return ({**a, 'k': 1}, {1, 2}, a[1:2, ::3], a if b else c, not a, a and b or c, a < b <= c, f'{x!r:>{w}} y', (x := 5), *z, -a ** b, a @ b, b'x', 1.5j, ..., "it's")
# expect: match p:
# expect:     case [1, *_] | {'k': v, **r} if x:
# expect:         pass
# expect:     case C(a, b=2) as d:
# expect:         pass
# expect: mod doc f doc
# expect: bc
# expect: ['Module', 'Expr', 'Call', 'Attribute', 'Name', 'Name', 'Load', 'Load', 'Load']
# expect: value
# expect: ['Assign', 'For']
# expect: Expression(
# expect:  body=Call(
# expect:   func=Name(id='f', ctx=Load()),
# expect:   args=[
# expect:    Name(id='x', ctx=Load()),
# expect:    Starred(
# expect:     value=Name(id='a', ctx=Load()),
# expect:     ctx=Load())],
# expect:   keywords=[
# expect:    keyword(
# expect:     arg='k',
# expect:     value=Constant(value=1))]))
# expect: eval invalid syntax (<unknown>, line 1)
# expect: single multiple statements found while compiling a single statement (<unknown>, line 1)
# expect: exec invalid syntax (<unknown>, line 1)
# expect: func_type FunctionType
# expect: TypeError required field "lineno" missing from stmt
# expect: TypeError required field "lineno" missing from expr
# expect: 1
# expect: 5
# expect: False
# expect: True
# expect: ('left', 'op', 'right')
# expect: ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
# expect: NAME 'def' (1, 0) (1, 3)
# expect: NAME 'f' (1, 4) (1, 5)
# expect: OP '(' (1, 5) (1, 6)
# expect: NAME 'a' (1, 6) (1, 7)
# expect: OP ')' (1, 7) (1, 8)
# expect: OP ':' (1, 8) (1, 9)
# expect: NEWLINE '\n' (1, 9) (1, 10)
# expect: INDENT '    ' (2, 0) (2, 4)
# expect: NAME 'return' (2, 4) (2, 10)
# expect: NAME 'a' (2, 11) (2, 12)
# expect: OP '+' (2, 12) (2, 13)
# expect: NUMBER '1' (2, 13) (2, 14)
# expect: COMMENT '# c' (2, 16) (2, 19)
# expect: NEWLINE '\n' (2, 19) (2, 20)
# expect: DEDENT '' (3, 0) (3, 0)
# expect: STRING '"""s"""' (3, 0) (3, 7)
# expect: NEWLINE '\n' (3, 7) (3, 8)
# expect: ENDMARKER '' (4, 0) (4, 0)
# expect: x = 1
# expect:
# expect: ('iso-8859-1', [b'# coding: latin-1\n']) True
# expect: True NAME True
