# Trees that no parser makes are refused before they are compiled.
import ast

def n(id='x', ctx=None): return ast.Name(id, ctx or ast.Load())
def t(what, node, mode='exec'):
    if mode == 'exec': node = ast.Module([node], [])
    elif mode == 'eval': node = ast.Expression(node)
    ast.fix_missing_locations(node)
    try: compile(node, '<t>', mode); print(what, 'ok')
    except Exception as e: print(what, type(e).__name__, e)
def p(what, pattern): t(what, ast.Match(n(), [ast.match_case(pattern, None, [ast.Pass()])]))
store, load, del_ = ast.Store(), ast.Load(), ast.Del()
args = ast.arguments([], [], None, [], [], None, [])

t('load ctx', ast.Expr(n('x', store)))
t('store ctx', ast.Assign([n()], n()))
t('del ctx', ast.Delete([n('x', store)]))
t('tuple', ast.Assign([ast.Tuple([n()], store)], n()))
t('target', ast.Assign([ast.Constant(1)], n()))
t('body', ast.FunctionDef('f', args, [], [], None))
t('targets', ast.Delete([]))
t('names', ast.Global([]))
t('items', ast.With([], [ast.Pass()]))
t('cases', ast.Match(n(), []))
t('level', ast.ImportFrom('m', [ast.alias('a')], -1))
t('raise', ast.Raise(None, n()))
t('orelse', ast.Try([ast.Pass()], [], [ast.Pass()], [ast.Pass()]))
t('simple', ast.AnnAssign(ast.Subscript(n(), n(), store), n(), None, 1))
t('boolop', ast.BoolOp(ast.And(), [n()]), 'eval')
t('compare', ast.Compare(n(), [], []), 'eval')
t('compare 2', ast.Compare(n(), [ast.In()], [n(), n()]), 'eval')
t('dict', ast.Dict([], [n()]), 'eval')
t('comp', ast.ListComp(n(), []), 'eval')
t('walrus', ast.NamedExpr(ast.Constant(1), n()), 'eval')
t('name', n('True'), 'eval')
t('none', ast.Call(n(), [None], []), 'eval')
t('missing', ast.Call(), 'eval')
p('star', ast.MatchStar('x'))
p('or', ast.MatchOr([ast.MatchAs()]))
p('as', ast.MatchAs(ast.MatchAs(None, 'y'), None))
p('singleton', ast.MatchSingleton('x'))
p('value', ast.MatchValue(n()))
p('constant', ast.MatchValue(ast.Constant(...)))
p('class', ast.MatchClass(ast.Call(n(), [], []), [], [], []))
p('class 2', ast.MatchClass(n(), [], ['a'], []))
p('capture', ast.MatchStar('_'))
p('mapping', ast.MatchMapping([ast.Constant(1)], [], None))
p('fine', ast.MatchSequence([ast.MatchStar('r'), ast.MatchValue(ast.UnaryOp(ast.USub(), ast.Constant(1)))]))
bad = ast.Pass(lineno=3, col_offset=0, end_lineno=1, end_col_offset=0)
t('lines', bad)
t('columns', ast.Pass(lineno=1, col_offset=5, end_lineno=1, end_col_offset=2))
t('None as line', ast.Pass(lineno=None, col_offset=0))

# expect: load ctx ValueError expression must have Load context but has Store instead
# expect: store ctx ValueError expression must have Store context but has Load instead
# expect: del ctx ValueError expression must have Del context but has Store instead
# expect: tuple ValueError expression must have Store context but has Load instead
# expect: target ValueError expression which can't be assigned to in Store context
# expect: body ValueError empty body on FunctionDef
# expect: targets ValueError empty targets on Delete
# expect: names ValueError empty names on Global
# expect: items ValueError empty items on With
# expect: cases ValueError empty cases on Match
# expect: level ValueError Negative ImportFrom level
# expect: raise ValueError Raise with cause but no exception
# expect: orelse ValueError Try has orelse but no except handlers
# expect: simple TypeError AnnAssign with simple non-Name target
# expect: boolop ValueError BoolOp with less than 2 values
# expect: compare ValueError Compare with no comparators
# expect: compare 2 ValueError Compare has a different number of comparators and operands
# expect: dict ValueError Dict doesn't have the same number of keys as values
# expect: comp ValueError comprehension with no generators
# expect: walrus TypeError NamedExpr target must be a Name
# expect: name ValueError identifier field can't represent 'True' constant
# expect: none ValueError None disallowed in expression list
# expect: missing TypeError required field "func" missing from Call
# expect: star ValueError can't use MatchStar here
# expect: or ValueError MatchOr requires at least 2 patterns
# expect: as ValueError MatchAs must specify a target name if a pattern is given
# expect: singleton ValueError MatchSingleton can only contain True, False and None
# expect: value ValueError patterns may only match literals and attribute lookups
# expect: constant ValueError unexpected constant inside of a literal pattern
# expect: class ValueError MatchClass cls field can only contain Name or Attribute nodes.
# expect: class 2 ValueError MatchClass doesn't have the same number of keyword attributes as patterns
# expect: capture ValueError can't use MatchStar here
# expect: mapping ValueError MatchMapping doesn't have the same number of keys as patterns
# expect: fine ok
# expect: lines ValueError AST node line range (3, 1) is not valid
# expect: columns ValueError line 1, column 5-2 is not a valid range
# expect: None as line ValueError invalid integer value: None
