def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'a' < 'b')
t(lambda: 'a' < 'B')
t(lambda: 'abc' < 'abd')
t(lambda: 'ab' < 'abc')
t(lambda: '' < 'a')
t(lambda: 'é' > 'z')
t(lambda: '\U00010000' > '\uffff')
t(lambda: 'a' == 'a')
t(lambda: 'a' != 'b')
t(lambda: 'a' <= 'a')
t(lambda: 'Z' < 'a')
t(lambda: '10' < '9')
t(lambda: 'a' >= 'b')
t(lambda: 'a' == 1)
t(lambda: 'a' == b'a')
t(lambda: 'a' != None)
t(lambda: 'a' < 1)
t(lambda: 'a' > None)
t(lambda: 'a' <= b'a')
t(lambda: sorted(['b', 'B', 'a', 'A', 'é', '日', '1', '_', ' ', '']))
t(lambda: max('hello'))
t(lambda: min('hello'))
t(lambda: hash('a') == hash('a'))
t(lambda: hash('') == hash(''))

# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: False
# expect: False
# expect: True
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError '>' not supported between instances of 'str' and 'NoneType'
# expect: TypeError '<=' not supported between instances of 'str' and 'bytes'
# expect: ['', ' ', '1', 'A', 'B', '_', 'a', 'b', 'é', '日']
# expect: 'o'
# expect: 'e'
# expect: True
# expect: True
