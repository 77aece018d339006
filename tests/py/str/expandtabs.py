def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'a\tb'.expandtabs())
t(lambda: 'a\tb'.expandtabs(4))
t(lambda: '\t'.expandtabs(1))
t(lambda: 'ab\tc\td'.expandtabs(3))
t(lambda: 'a\nb\tc'.expandtabs(4))
t(lambda: 'a\tb'.expandtabs(0))
t(lambda: 'a\tb'.expandtabs(-1))
t(lambda: '12345678\tx'.expandtabs())
t(lambda: 'a\r\tb'.expandtabs(tabsize=4))
t(lambda: 'a'.expandtabs('x'))

# expect: 'a       b'
# expect: 'a   b'
# expect: ' '
# expect: 'ab c  d'
# expect: 'a\nb   c'
# expect: 'ab'
# expect: 'ab'
# expect: '12345678        x'
# expect: 'a\r    b'
# expect: TypeError 'str' object cannot be interpreted as an integer
