def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'a' in 'abc')
t(lambda: '' in '')
t(lambda: 'abc' in 'ab')
t(lambda: 'é' in 'café')
t(lambda: 'bc' in 'abc')
t(lambda: 'B' in 'abc')
t(lambda: 'a' not in 'b')
t(lambda: 1 in 'a')
t(lambda: None in 'a')
t(lambda: b'a' in 'a')
t(lambda: '\x00' in 'a\x00b')
t(lambda: '😀' in 'x😀')
t(lambda: '\ud83d' in '😀')

# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: False
# expect: True
# expect: TypeError 'in <string>' requires string as left operand, not int
# expect: TypeError 'in <string>' requires string as left operand, not NoneType
# expect: TypeError 'in <string>' requires string as left operand, not bytes
# expect: True
# expect: True
# expect: False
