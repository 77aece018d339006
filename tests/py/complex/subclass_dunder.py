def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class C(complex):
    def __repr__(self): return 'C!'
t(lambda: C(1, 2))
t(lambda: C(1) + 1)
t(lambda: type(C(1) + 1).__name__)
t(lambda: C('1j') == 1j)
t(lambda: str(C(1)))
t(lambda: complex(type('X', (), {'__complex__': lambda s: 5j})()))
t(lambda: complex(type('X', (), {'__float__': lambda s: 2.5})()))
t(lambda: complex(type('X', (), {'__index__': lambda s: 3})()))
t(lambda: complex(type('X', (), {'__complex__': lambda s: 5})()))
t(lambda: ((1j).__add__(1), (1j).__radd__(2), (1j).__complex__(), (1 + 2j).__getnewargs__(), (1j).__eq__(1j), (1j).__lt__(2j), (1j).__bool__()))
try: (1j).real = 5
except AttributeError as e: print(e)

# expect: C!
# expect: (2+0j)
# expect: 'complex'
# expect: True
# expect: 'C!'
# expect: 5j
# expect: (2.5+0j)
# expect: (3+0j)
# expect: TypeError __complex__ returned non-complex (type int)
# expect: ((1+1j), (2+1j), 1j, (1.0, 2.0), True, NotImplemented, True)
# expect: readonly attribute
