def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: eval(r"b'\x41'"))
for src in [r"b'\x4'", r"b'\xzz'", "b'é'", r"b'\N{DASH}'", r"b'\u0041'", "b'abc", "b'''x"]:
    try:
        import warnings; warnings.simplefilter('ignore'); print(eval(src))
    except SyntaxError as e: print(src.encode('ascii', 'replace'), '|', e.msg)

# expect: b'A'
# expect: b"b'\\x4'" | (value error) invalid \x escape at position 0
# expect: b"b'\\xzz'" | (value error) invalid \x escape at position 0
# expect: b"b'?'" | bytes can only contain ASCII literal characters
# expect: b'\\N{DASH}'
# expect: b'\\u0041'
# expect: b"b'abc" | unterminated string literal (detected at line 1)
# expect: b"b'''x" | unterminated triple-quoted string literal (detected at line 1)
