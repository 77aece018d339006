def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

for s in ['1+2*3', '(1,)', '[]', '{}', '{1}', 'lambda: 1', '"a" "b"', 'not 1', '1 if 0 else 2', '[x for x in "ab"]', '1 < 2 < 3', '-1 ** 2', '...', 'None', '0x10', '1_0', '"%d" % 5', '[1,2][0]', '{"a":1}["a"]', '(yield_:=5)', 'print', 'f"{1+1}"', '*[1],', '1;2', 'x=1', '1 1', 'import os', '@', '"abc', '[1', 'a.b', '1/0', '[][0]', 'int("x")', '().x']:
    try: r = eval(s); print(s, '->', r if not callable(r) else 'callable')
    except SyntaxError as e: print(s, '-> SyntaxError', e.msg)
    except Exception as e: print(s, '->', type(e).__name__, e)

# expect: 1+2*3 -> 7
# expect: (1,) -> (1,)
# expect: [] -> []
# expect: {} -> {}
# expect: {1} -> {1}
# expect: lambda: 1 -> callable
# expect: "a" "b" -> ab
# expect: not 1 -> False
# expect: 1 if 0 else 2 -> 2
# expect: [x for x in "ab"] -> ['a', 'b']
# expect: 1 < 2 < 3 -> True
# expect: -1 ** 2 -> -1
# expect: ... -> Ellipsis
# expect: None -> None
# expect: 0x10 -> 16
# expect: 1_0 -> 10
# expect: "%d" % 5 -> 5
# expect: [1,2][0] -> 1
# expect: {"a":1}["a"] -> 1
# expect: (yield_:=5) -> 5
# expect: print -> callable
# expect: f"{1+1}" -> 2
# expect: *[1], -> SyntaxError invalid syntax
# expect: 1;2 -> SyntaxError invalid syntax
# expect: x=1 -> SyntaxError invalid syntax
# expect: 1 1 -> SyntaxError invalid syntax
# expect: import os -> SyntaxError invalid syntax
# expect: @ -> SyntaxError invalid syntax
# expect: "abc -> SyntaxError unterminated string literal (detected at line 1)
# expect: [1 -> SyntaxError '[' was never closed
# expect: a.b -> NameError name 'a' is not defined
# expect: 1/0 -> ZeroDivisionError division by zero
# expect: [][0] -> IndexError list index out of range
# expect: int("x") -> ValueError invalid literal for int() with base 10: 'x'
# expect: ().x -> AttributeError 'tuple' object has no attribute 'x'
