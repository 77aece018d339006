def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

s = 'abc'
for op in ['s[0] = "x"', 's[0:1] = "x"', 'del s[0]', 's.append("x")', 's += 1', 's -= "a"', 's /= 2', 's &= "b"', 's %= 1', 's @= s', 's < s < 1', 's()', 's.x', 'len(s, s)', 'for a, b in s: pass', 'a, b = s', 'with s: pass', 'raise s', 'iter(s).x', 'next(s)', 's[s]', 's[0][0][0][1]', 's.join(s, s)', 's.split(s, s, s)', '-s', '~s', 's ** 2', 'abs(s)', 'round(s)', 'int(s)', 'bytes(s)', 'chr(s)', 'range(s)', 'sum([s])', 'sum([s], s)', 'max()', 'sorted(s, s)', 'open(s, s)', 'isinstance(s, s)', 'divmod(s, s)', 'pow(s, 2)', 'hex(s)', 'complex(s)', 'memoryview(s)', 'bytearray(s)', 'dict(s)', 'set(1)', 'enumerate()', 'zip(1)', 'map(s)', 'filter(s)', 'reversed(1)']:
    try: exec(op, {'s': s}); print(op, 'fine')
    except Exception as e: print(op, '|', type(e).__name__, e)
# since-3.14: 'str' object does not support the context manager protocol => 'str' object does not support the context manager protocol (missed __exit__ method)

# expect: s[0] = "x" | TypeError 'str' object does not support item assignment
# expect: s[0:1] = "x" | TypeError 'str' object does not support item assignment
# expect: del s[0] | TypeError 'str' object doesn't support item deletion
# expect: s.append("x") | AttributeError 'str' object has no attribute 'append'
# expect: s += 1 | TypeError can only concatenate str (not "int") to str
# expect: s -= "a" | TypeError unsupported operand type(s) for -=: 'str' and 'str'
# expect: s /= 2 | TypeError unsupported operand type(s) for /=: 'str' and 'int'
# expect: s &= "b" | TypeError unsupported operand type(s) for &=: 'str' and 'str'
# expect: s %= 1 | TypeError not all arguments converted during string formatting
# expect: s @= s | TypeError unsupported operand type(s) for @=: 'str' and 'str'
# expect: s < s < 1 fine
# expect: s() | TypeError 'str' object is not callable
# expect: s.x | AttributeError 'str' object has no attribute 'x'
# expect: len(s, s) | TypeError len() takes exactly one argument (2 given)
# expect: for a, b in s: pass | ValueError not enough values to unpack (expected 2, got 1)
# expect: a, b = s | ValueError too many values to unpack (expected 2)
# expect: with s: pass | TypeError 'str' object does not support the context manager protocol (missed __exit__ method)
# expect: raise s | TypeError exceptions must derive from BaseException
# expect: iter(s).x | AttributeError 'str_ascii_iterator' object has no attribute 'x'
# expect: next(s) | TypeError 'str' object is not an iterator
# expect: s[s] | TypeError string indices must be integers, not 'str'
# expect: s[0][0][0][1] | IndexError string index out of range
# expect: s.join(s, s) | TypeError str.join() takes exactly one argument (2 given)
# expect: s.split(s, s, s) | TypeError split() takes at most 2 arguments (3 given)
# expect: -s | TypeError bad operand type for unary -: 'str'
# expect: ~s | TypeError bad operand type for unary ~: 'str'
# expect: s ** 2 | TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: abs(s) | TypeError bad operand type for abs(): 'str'
# expect: round(s) | TypeError type str doesn't define __round__ method
# expect: int(s) | ValueError invalid literal for int() with base 10: 'abc'
# expect: bytes(s) | TypeError string argument without an encoding
# expect: chr(s) | TypeError 'str' object cannot be interpreted as an integer
# expect: range(s) | TypeError 'str' object cannot be interpreted as an integer
# expect: sum([s]) | TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: sum([s], s) | TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: max() | TypeError max expected at least 1 argument, got 0
# expect: sorted(s, s) | TypeError sorted expected 1 argument, got 2
# expect: open(s, s) | ValueError invalid mode: 'abc'
# expect: isinstance(s, s) | TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: divmod(s, s) | TypeError unsupported operand type(s) for divmod(): 'str' and 'str'
# expect: pow(s, 2) | TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: hex(s) | TypeError 'str' object cannot be interpreted as an integer
# expect: complex(s) | ValueError complex() arg is a malformed string
# expect: memoryview(s) | TypeError memoryview: a bytes-like object is required, not 'str'
# expect: bytearray(s) | TypeError string argument without an encoding
# expect: dict(s) | ValueError dictionary update sequence element #0 has length 1; 2 is required
# expect: set(1) | TypeError 'int' object is not iterable
# expect: enumerate() | TypeError enumerate() missing required argument 'iterable'
# expect: zip(1) | TypeError 'int' object is not iterable
# expect: map(s) | TypeError map() must have at least two arguments.
# expect: filter(s) | TypeError filter expected 2 arguments, got 1
# expect: reversed(1) | TypeError 'int' object is not reversible
