def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'a\nb\r\nc\rd\n'.splitlines())
t(lambda: 'a\nb\r\nc'.splitlines(True))
t(lambda: ''.splitlines())
t(lambda: '\n'.splitlines())
t(lambda: 'a\n\nb'.splitlines(keepends=True))
t(lambda: 'a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i'.splitlines())
t(lambda: 'a\r'.splitlines())
t(lambda: '\r\n\r'.splitlines(1))

# expect: ['a', 'b', 'c', 'd']
# expect: ['a\n', 'b\r\n', 'c']
# expect: []
# expect: ['']
# expect: ['a\n', '\n', 'b']
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
# expect: ['a']
# expect: ['\r\n', '\r']
