def t(s):
    try:
        print(eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__, e)
for s in ['1 + "a"', '"a" + 1', '[] + ()', '() + []', '{} + {}', 'None + 1', '1 - "a"', '"a" * "b"',
          '[1] * 1.5', '1.5 * [1]', '1 @ 2', '1 | 1.0', '1 << 1.0', '"a" % 1', '1 % "a"', '{} | []', '{1} | [1]', '{1} - [1]',
          '1 // None', 'b"a" + "a"', '"a" + b"a"', '-"a"', '+[]', '~1.5', 'abs("x")', 'object() + 1 if 0 else -None',
          '1 < "a"', '[] < ()', 'None > 0', '{} < {}', '1j < 2j', '"a" >= 1', '1 in 2', '"a" in 5', '1 in "abc"', 'None[0]', '1[0]', '(1).x',
          'len[1]', '"a"["b"]', '[1]["a"]', '(1,)[1.0]', '2 ** "x"', 'divmod(1, "a")', 'pow(2, "a")', '1()', '"s"()', 'None()', '...()',
          '1 / 0', '1 // 0', '1 % 0', '1.0 / 0', '1.0 // 0', '1.0 % 0', '0 ** -1', '0.0 ** -1', '1j / 0', '1 << -1', '1 >> -1', 'divmod(1, 0)', 'divmod(1.0, 0)']:
    t(s)

# expect: 1 + "a" -> TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: "a" + 1 -> TypeError can only concatenate str (not "int") to str
# expect: [] + () -> TypeError can only concatenate list (not "tuple") to list
# expect: () + [] -> TypeError can only concatenate tuple (not "list") to tuple
# expect: {} + {} -> TypeError unsupported operand type(s) for +: 'dict' and 'dict'
# expect: None + 1 -> TypeError unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: 1 - "a" -> TypeError unsupported operand type(s) for -: 'int' and 'str'
# expect: "a" * "b" -> TypeError can't multiply sequence by non-int of type 'str'
# expect: [1] * 1.5 -> TypeError can't multiply sequence by non-int of type 'float'
# expect: 1.5 * [1] -> TypeError can't multiply sequence by non-int of type 'float'
# expect: 1 @ 2 -> TypeError unsupported operand type(s) for @: 'int' and 'int'
# expect: 1 | 1.0 -> TypeError unsupported operand type(s) for |: 'int' and 'float'
# expect: 1 << 1.0 -> TypeError unsupported operand type(s) for <<: 'int' and 'float'
# expect: "a" % 1 -> TypeError not all arguments converted during string formatting
# expect: 1 % "a" -> TypeError unsupported operand type(s) for %: 'int' and 'str'
# expect: {} | [] -> TypeError unsupported operand type(s) for |: 'dict' and 'list'
# expect: {1} | [1] -> TypeError unsupported operand type(s) for |: 'set' and 'list'
# expect: {1} - [1] -> TypeError unsupported operand type(s) for -: 'set' and 'list'
# expect: 1 // None -> TypeError unsupported operand type(s) for //: 'int' and 'NoneType'
# expect: b"a" + "a" -> TypeError can't concat str to bytes
# expect: "a" + b"a" -> TypeError can only concatenate str (not "bytes") to str
# expect: -"a" -> TypeError bad operand type for unary -: 'str'
# expect: +[] -> TypeError bad operand type for unary +: 'list'
# expect: ~1.5 -> TypeError bad operand type for unary ~: 'float'
# expect: abs("x") -> TypeError bad operand type for abs(): 'str'
# expect: object() + 1 if 0 else -None -> TypeError bad operand type for unary -: 'NoneType'
# expect: 1 < "a" -> TypeError '<' not supported between instances of 'int' and 'str'
# expect: [] < () -> TypeError '<' not supported between instances of 'list' and 'tuple'
# expect: None > 0 -> TypeError '>' not supported between instances of 'NoneType' and 'int'
# expect: {} < {} -> TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: 1j < 2j -> TypeError '<' not supported between instances of 'complex' and 'complex'
# expect: "a" >= 1 -> TypeError '>=' not supported between instances of 'str' and 'int'
# expect: 1 in 2 -> TypeError argument of type 'int' is not a container or iterable
# expect: "a" in 5 -> TypeError argument of type 'int' is not a container or iterable
# expect: 1 in "abc" -> TypeError 'in <string>' requires string as left operand, not int
# expect: None[0] -> TypeError 'NoneType' object is not subscriptable
# expect: 1[0] -> TypeError 'int' object is not subscriptable
# expect: (1).x -> AttributeError 'int' object has no attribute 'x'
# expect: len[1] -> TypeError 'builtin_function_or_method' object is not subscriptable
# expect: "a"["b"] -> TypeError string indices must be integers, not 'str'
# expect: [1]["a"] -> TypeError list indices must be integers or slices, not str
# expect: (1,)[1.0] -> TypeError tuple indices must be integers or slices, not float
# expect: 2 ** "x" -> TypeError unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: divmod(1, "a") -> TypeError unsupported operand type(s) for divmod(): 'int' and 'str'
# expect: pow(2, "a") -> TypeError unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: 1() -> TypeError 'int' object is not callable
# expect: "s"() -> TypeError 'str' object is not callable
# expect: None() -> TypeError 'NoneType' object is not callable
# expect: ...() -> TypeError 'ellipsis' object is not callable
# expect: 1 / 0 -> ZeroDivisionError division by zero
# expect: 1 // 0 -> ZeroDivisionError division by zero
# expect: 1 % 0 -> ZeroDivisionError division by zero
# expect: 1.0 / 0 -> ZeroDivisionError division by zero
# expect: 1.0 // 0 -> ZeroDivisionError division by zero
# expect: 1.0 % 0 -> ZeroDivisionError division by zero
# expect: 0 ** -1 -> ZeroDivisionError zero to a negative power
# expect: 0.0 ** -1 -> ZeroDivisionError zero to a negative power
# expect: 1j / 0 -> ZeroDivisionError division by zero
# expect: 1 << -1 -> ValueError negative shift count
# expect: 1 >> -1 -> ValueError negative shift count
# expect: divmod(1, 0) -> ZeroDivisionError division by zero
# expect: divmod(1.0, 0) -> ZeroDivisionError division by zero
