def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

cases = ['1/0', '[][0]', '{}["a"]', 'int("x")', 'None.x', 'undefined', '1 + "a"', 'len(5)', '"a".nope()', 'float("q")', '(1).x', '[1][2]', '().index(1)', 'chr(-1)', '2 ** -1 ** 0.5 if 0 else 10.0 ** 1000', 'import_("x")', 'next(iter([]))', '"%d" % "a"', '"{}".format()', 'b"\\xff".decode()', '"é".encode("ascii")', 'open("/nope")', 'sorted([1, "a"])', '{}.popitem()', '[].pop()', 'range(1, 2, 0)', 'bytes([300])', 'int([])', 'max([])', 'iter(1)', 'abs("a")', 'str(b"a", "x")', '"a" < 1', '[1] * "a"', 'f()', '(lambda x: 0)()', '__import__("nope")', '1 if x else 2', 'object().a', 'type.x', '{[]: 1} if 0 else 0', '*1,', 'a.b.c', '[*5]', '{**5}', 'print(**{1: 2})', 'exec("1 +")', 'raise_', 'getattr(1, "q")', 'round("a")', 'sum(["a"])', 'pow(2, 3, 0)', 'complex("z")', '"".join([1])', '"a".split("")', '[].remove(1)', 'slice()', 'super()', 'memoryview("a")', 'isinstance(1, 2)', 'hash([])', 'ord("ab")', '1 @ 1', '~1.5', '-"a"']
for c in cases:
    try: print(c, '->', eval(c))
    except Exception as e: print(c, '->', type(e).__name__, '|', e if not isinstance(e, SyntaxError) else e.msg)

# expect: 1/0 -> ZeroDivisionError | division by zero
# expect: [][0] -> IndexError | list index out of range
# expect: {}["a"] -> KeyError | 'a'
# expect: int("x") -> ValueError | invalid literal for int() with base 10: 'x'
# expect: None.x -> AttributeError | 'NoneType' object has no attribute 'x'
# expect: undefined -> NameError | name 'undefined' is not defined
# expect: 1 + "a" -> TypeError | unsupported operand type(s) for +: 'int' and 'str'
# expect: len(5) -> TypeError | object of type 'int' has no len()
# expect: "a".nope() -> AttributeError | 'str' object has no attribute 'nope'
# expect: float("q") -> ValueError | could not convert string to float: 'q'
# expect: (1).x -> AttributeError | 'int' object has no attribute 'x'
# expect: [1][2] -> IndexError | list index out of range
# expect: ().index(1) -> ValueError | tuple.index(x): x not in tuple
# expect: chr(-1) -> ValueError | chr() arg not in range(0x110000)
# expect: 2 ** -1 ** 0.5 if 0 else 10.0 ** 1000 -> OverflowError | (34, 'Numerical result out of range')
# expect: import_("x") -> NameError | name 'import_' is not defined
# expect: next(iter([])) -> StopIteration | 
# expect: "%d" % "a" -> TypeError | %d format: a real number is required, not str
# expect: "{}".format() -> IndexError | Replacement index 0 out of range for positional args tuple
# expect: b"\xff".decode() -> UnicodeDecodeError | 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: "é".encode("ascii") -> UnicodeEncodeError | 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: open("/nope") -> FileNotFoundError | [Errno 2] No such file or directory: '/nope'
# expect: sorted([1, "a"]) -> TypeError | '<' not supported between instances of 'str' and 'int'
# expect: {}.popitem() -> KeyError | 'popitem(): dictionary is empty'
# expect: [].pop() -> IndexError | pop from empty list
# expect: range(1, 2, 0) -> ValueError | range() arg 3 must not be zero
# expect: bytes([300]) -> ValueError | bytes must be in range(0, 256)
# expect: int([]) -> TypeError | int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: max([]) -> ValueError | max() iterable argument is empty
# expect: iter(1) -> TypeError | 'int' object is not iterable
# expect: abs("a") -> TypeError | bad operand type for abs(): 'str'
# expect: str(b"a", "x") -> LookupError | unknown encoding: x
# expect: "a" < 1 -> TypeError | '<' not supported between instances of 'str' and 'int'
# expect: [1] * "a" -> TypeError | can't multiply sequence by non-int of type 'str'
# expect: f() -> NameError | name 'f' is not defined
# expect: (lambda x: 0)() -> TypeError | <lambda>() missing 1 required positional argument: 'x'
# expect: __import__("nope") -> ModuleNotFoundError | No module named 'nope'
# expect: 1 if x else 2 -> NameError | name 'x' is not defined
# expect: object().a -> AttributeError | 'object' object has no attribute 'a'
# expect: type.x -> AttributeError | type object 'type' has no attribute 'x'
# expect: {[]: 1} if 0 else 0 -> 0
# expect: *1, -> SyntaxError | invalid syntax
# expect: a.b.c -> NameError | name 'a' is not defined
# expect: [*5] -> TypeError | Value after * must be an iterable, not int
# expect: {**5} -> TypeError | 'int' object is not a mapping
# expect: print(**{1: 2}) -> TypeError | keywords must be strings
# expect: exec("1 +") -> SyntaxError | invalid syntax
# expect: raise_ -> NameError | name 'raise_' is not defined
# expect: getattr(1, "q") -> AttributeError | 'int' object has no attribute 'q'
# expect: round("a") -> TypeError | type str doesn't define __round__ method
# expect: sum(["a"]) -> TypeError | unsupported operand type(s) for +: 'int' and 'str'
# expect: pow(2, 3, 0) -> ValueError | pow() 3rd argument cannot be 0
# expect: complex("z") -> ValueError | complex() arg is a malformed string
# expect: "".join([1]) -> TypeError | sequence item 0: expected str instance, int found
# expect: "a".split("") -> ValueError | empty separator
# expect: [].remove(1) -> ValueError | list.remove(x): x not in list
# expect: slice() -> TypeError | slice expected at least 1 argument, got 0
# expect: super() -> RuntimeError | super(): no arguments
# expect: memoryview("a") -> TypeError | memoryview: a bytes-like object is required, not 'str'
# expect: isinstance(1, 2) -> TypeError | isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: hash([]) -> TypeError | unhashable type: 'list'
# expect: ord("ab") -> TypeError | ord() expected a character, but string of length 2 found
# expect: 1 @ 1 -> TypeError | unsupported operand type(s) for @: 'int' and 'int'
# expect: ~1.5 -> TypeError | bad operand type for unary ~: 'float'
# expect: -"a" -> TypeError | bad operand type for unary -: 'str'
