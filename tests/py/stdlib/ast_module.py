import ast
t = ast.parse('x = 1 + f(y)\nif x: pass')
print(ast.dump(t.body[0]).replace(", keywords=[]", ""), ast.unparse(t), [type(n).__name__ for n in ast.walk(t.body[0])], ast.literal_eval('[1, {"a": (2,)}]'), ast.unparse(ast.parse('lambda a,*b:a', mode='eval')))
class R(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value * 10), n) if isinstance(n.value, int) else n
exec(compile(ast.fix_missing_locations(R().visit(ast.parse('print(1 + 2, "s")'))), 'f', 'exec'))
try: ast.literal_eval('f()')
except ValueError as e: print(str(e).split(':')[0].split(' on line')[0])
try: ast.parse('x =')
except SyntaxError as e: print(e.msg)
n = ast.parse('a.b[1:2]').body[0].value; print(n.lineno, n.col_offset, n.end_col_offset, ast.get_docstring(ast.parse('"d"')), ast.get_source_segment('a + b', ast.parse('a + b').body[0].value.right))

# expect: Assign(targets=[Name(id='x', ctx=Store())], value=BinOp(left=Constant(value=1), op=Add(), right=Call(func=Name(id='f', ctx=Load()), args=[Name(id='y', ctx=Load())]))) x = 1 + f(y)
# expect: if x:
# expect:     pass ['Assign', 'Name', 'BinOp', 'Store', 'Constant', 'Add', 'Call', 'Name', 'Name', 'Load', 'Load'] [1, {'a': (2,)}] lambda a, *b: a
# expect: 30 s
# expect: malformed node or string
# expect: invalid syntax
# expect: 1 0 8 d b
