def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 1j)
t(lambda: -1j)
t(lambda: 1 + 0j)
t(lambda: 0j)
t(lambda: -0j)
t(lambda: 1.5 - 2.5j)
t(lambda: complex(-0.0, 0))
t(lambda: complex(0, -0.0))
t(lambda: complex(float('inf'), float('nan')))
t(lambda: 1e20 + 1e-5j)
t(lambda: 1 + 2j)
t(lambda: [1j])
t(lambda: complex(-0.0, -0.0))
t(lambda: str(1j))
t(lambda: f'{1 + 2j}')
t(lambda: '%s' % 2j)
t(lambda: 1e16j)
t(lambda: complex(1, float('-inf')))

# expect: 1j
# expect: (-0-1j)
# expect: (1+0j)
# expect: 0j
# expect: (-0-0j)
# expect: (1.5-2.5j)
# expect: (-0+0j)
# expect: -0j
# expect: (inf+nanj)
# expect: (1e+20+1e-05j)
# expect: (1+2j)
# expect: [1j]
# expect: (-0-0j)
# expect: '1j'
# expect: '(1+2j)'
# expect: '2j'
# expect: 1e+16j
# expect: (1-infj)
