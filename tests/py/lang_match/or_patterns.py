def f(x):
    match x:
        case 1 | 2 | 3: return 'low'
        case (4 | 5) as n: return f'mid {n}'
        case [x] | [x, _]: return f'list {x}'
        case {'a': v} | {'b': v}: return f'dict {v}'
        case str(s) | bytes(s): return f'text {s}'
        case (int() | float()) as n: return f'num {n}'
        case [1 | 2, (3 | 4) as y, *_]: return f'nested {y}'
        case None | False: return 'nothing'
print([f(v) for v in (2, 5, [7], [8, 9], {'a': 1}, {'b': 2}, 'q', b'z', 6, 2.5, [1, 4, 0], [2, 3, 3], None)])
print(f([9, 9, 9]))
def t(s):
    try: compile(s, 's', 'exec')
    except SyntaxError as e: print(e.msg)
t('match x:\n case a | b: pass')
t('match x:\n case [a] | 1: pass')
t('match x:\n case _ | 1: pass')
t('match x:\n case [a, a]: pass')
t('match x:\n case P(a=1, a=2): pass')
t('match x:\n case {"k": a, "k": b}: pass')
t('match x:\n case [*a, *b]: pass')
t('match x:\n case y: pass\n case 1: pass')
t('match x:\n case _: pass\n case _: pass')
t('match x:\n case -x: pass')
t('match x:\n case 1 + 2: pass')
t('match x:\n case f"a": pass')
t('match x:\n case {**r, "a": 1}: pass')
t('match x:\n case {**_}: pass')
t('match x:\n case 1 as _: pass')
t('match x:\npass')
t('match x:\n case 1:\n  pass\n else: pass')

# expect: ['low', 'mid 5', 'list 7', 'list 8', 'dict 1', 'dict 2', 'text q', "text b'z'", 'num 6', 'num 2.5', 'nested 4', 'nested 3', 'nothing']
# expect: None
# expect: name capture 'a' makes remaining patterns unreachable
# expect: alternative patterns bind different names
# expect: wildcard makes remaining patterns unreachable
# expect: multiple assignments to name 'a' in pattern
# expect: attribute name repeated in class pattern: a
# expect: mapping pattern checks duplicate key ('k')
# expect: multiple starred names in sequence pattern
# expect: name capture 'y' makes remaining patterns unreachable
# expect: wildcard makes remaining patterns unreachable
# expect: invalid syntax
# expect: imaginary number required in complex literal
# expect: patterns may only match literals and attribute lookups
# expect: invalid syntax
# expect: invalid syntax
# expect: cannot use '_' as a target
# expect: expected an indented block after 'match' statement on line 1
# expect: invalid syntax
