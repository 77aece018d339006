def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray()
b.append(65); b.extend(b'BC'); b.extend([68, 69]); b.extend(x for x in (70,)); b += b'G'; b *= 2; print(b)
b.insert(0, 33); b.insert(-1, 34); b.insert(100, 35); print(b)
t(lambda: b.pop())
t(lambda: b.pop(0))
t(lambda: b.pop(-2))
t(lambda: b.remove(66))
t(lambda: b)
t(lambda: b.reverse())
t(lambda: b)
t(lambda: b.copy() == b)
t(lambda: b.copy() is b)
t(lambda: b.clear())
t(lambda: b)
for op in ['b.append(256)', 'b.append("a")', 'b.extend("x")', 'b.extend([256])', 'b.extend(5)', 'b.pop()', 'b.remove(5)', 'b.insert(0, "x")', 'b += "x"', 'b += 5', 'b *= "x"', 'b.append()', 'b.remove(300)', 'b.pop(9)']:
    try: exec(op); print(op, b)
    except Exception as e: print(op, '|', type(e).__name__, e)

# expect: bytearray(b'ABCDEFGABCDEFG')
# expect: bytearray(b'!ABCDEFGABCDEF"G#')
# expect: 35
# expect: 33
# expect: 34
# expect: None
# expect: bytearray(b'ACDEFGABCDEFG')
# expect: None
# expect: bytearray(b'GFEDCBAGFEDCA')
# expect: True
# expect: False
# expect: None
# expect: bytearray(b'')
# expect: b.append(256) | ValueError byte must be in range(0, 256)
# expect: b.append("a") | TypeError 'str' object cannot be interpreted as an integer
# expect: b.extend("x") | TypeError expected iterable of integers; got: 'str'
# expect: b.extend([256]) | ValueError byte must be in range(0, 256)
# expect: b.extend(5) | TypeError can't extend bytearray with int
# expect: b.pop() | IndexError pop from empty bytearray
# expect: b.remove(5) | ValueError value not found in bytearray
# expect: b.insert(0, "x") | TypeError 'str' object cannot be interpreted as an integer
# expect: b += "x" | TypeError can't concat str to bytearray
# expect: b += 5 | TypeError can't concat int to bytearray
# expect: b *= "x" | TypeError can't multiply sequence by non-int of type 'str'
# expect: b.append() | TypeError bytearray.append() takes exactly one argument (0 given)
# expect: b.remove(300) | ValueError byte must be in range(0, 256)
# expect: b.pop(9) | IndexError pop from empty bytearray
