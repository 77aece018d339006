def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: complex())
t(lambda: complex(1))
t(lambda: complex(1, 2))
t(lambda: complex('1+2j'))
t(lambda: complex(' -1.5j '))
t(lambda: complex('(1+2j)'))
t(lambda: complex('j'))
t(lambda: complex('-j'))
t(lambda: complex('1e3-2.5e-2j'))
t(lambda: complex('inf'))
t(lambda: complex('nanj'))
t(lambda: complex(1.5, -0.0))
t(lambda: complex(real=2, imag=3))
t(lambda: complex(2 + 3j))
t(lambda: complex(True))
t(lambda: complex('+1_0j'))
t(lambda: complex(''))
t(lambda: complex('1 + 2j'))
t(lambda: complex('a'))
t(lambda: complex('1+2'))
t(lambda: complex('(1+2j'))
t(lambda: complex('1+2i'))

# expect: 0j
# expect: (1+0j)
# expect: (1+2j)
# expect: (1+2j)
# expect: -1.5j
# expect: (1+2j)
# expect: 1j
# expect: -1j
# expect: (1000-0.025j)
# expect: (inf+0j)
# expect: nanj
# expect: (1.5-0j)
# expect: (2+3j)
# expect: (2+3j)
# expect: (1+0j)
# expect: 10j
# expect: ValueError complex() arg is a malformed string
# expect: ValueError complex() arg is a malformed string
# expect: ValueError complex() arg is a malformed string
# expect: ValueError complex() arg is a malformed string
# expect: ValueError complex() arg is a malformed string
# expect: ValueError complex() arg is a malformed string
