def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class F(float):
    def __repr__(self): return f'F<{float(self)}>'
    def __add__(self, o): return F(float(self) + o)
t(lambda: F(1.5))
t(lambda: F(1) + 2)
t(lambda: 2 + F(1))
t(lambda: F('2.5'))
t(lambda: str(F(1)))
t(lambda: f'{F(1)}')
t(lambda: f'{F(1):.2f}')
t(lambda: type(F(1) * 2).__name__)
t(lambda: F(1) == 1)
t(lambda: hash(F(1.5)) == hash(1.5))
t(lambda: round(F(1.6)))
t(lambda: -F(1))
t(lambda: F(2).is_integer())
t(lambda: F.fromhex('0x1p1'))
t(lambda: type(F.fromhex('0x1p1')).__name__)
t(lambda: [F(1), F(2)])
t(lambda: sum([F(1), F(2)]))
t(lambda: max(F(1), 2.5))
f = F(1); f.x = 3
t(lambda: f.x)
try: (1.5).x = 1
except AttributeError as e: print(e)
try: float.x = 1
except TypeError as e: print(e)
t(lambda: 1.5.__class__)
t(lambda: 1.5.__add__(1))
t(lambda: 1.5.__add__('a'))
t(lambda: 1.5.__eq__(1))
t(lambda: (1.5).__lt__(2))
t(lambda: (1.5).__divmod__(1))
t(lambda: (1.5).__rsub__(5))
t(lambda: (2.0).__pow__(3))
t(lambda: (1.5).__round__())
t(lambda: (1.5).__getnewargs__())

# expect: F<1.5>
# expect: F<3.0>
# expect: 3.0
# expect: F<2.5>
# expect: 'F<1.0>'
# expect: 'F<1.0>'
# expect: '1.00'
# expect: 'float'
# expect: True
# expect: True
# expect: 2
# expect: -1.0
# expect: True
# expect: F<2.0>
# expect: 'F'
# expect: [F<1.0>, F<2.0>]
# expect: 3.0
# expect: 2.5
# expect: 3
# expect: 'float' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: cannot set 'x' attribute of immutable type 'float'
# expect: <class 'float'>
# expect: 2.5
# expect: NotImplemented
# expect: False
# expect: True
# expect: (1.0, 0.5)
# expect: 3.5
# expect: 8.0
# expect: 2
# expect: (1.5,)
