def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: float.from_number(3))
t(lambda: float.from_number(2.5))
t(lambda: float.from_number(True))
t(lambda: float.from_number('1'))
t(lambda: float.from_number(type('I', (), {'__index__': lambda s: 7})()))
t(lambda: complex.from_number(2))
t(lambda: complex.from_number(1 + 2j))
t(lambda: complex.from_number('1'))
# needs: 3.14
# expect: 3.0
# expect: 2.5
# expect: 1.0
# expect: TypeError must be real number, not str
# expect: 7.0
# expect: (2+0j)
# expect: (1+2j)
# expect: TypeError must be real number, not str
