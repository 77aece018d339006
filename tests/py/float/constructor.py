def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: float())
t(lambda: float(5))
t(lambda: float('5'))
t(lambda: float(' 1.5\n'))
t(lambda: float('-1e3'))
t(lambda: float('inf'))
t(lambda: float('-Infinity'))
t(lambda: float('NaN') != float('NaN'))
t(lambda: float(b'2.5'))
t(lambda: float(True))
t(lambda: float(10 ** 22))
t(lambda: float('1_000.5'))
t(lambda: float('.5'))
t(lambda: float('5.'))
t(lambda: float('1e-400'))
t(lambda: float('1e400'))
t(lambda: float('+1.5E+3'))
t(lambda: float('0x1p3' if 0 else '8'))
t(lambda: float('infinity'))
t(lambda: float('iNf'))
t(lambda: float('١.٥'))
t(lambda: float(''))
t(lambda: float('a'))
t(lambda: float('1.5.5'))
t(lambda: float('1e'))
t(lambda: float('--1'))
t(lambda: float('1 2'))
t(lambda: float(None))
t(lambda: float([]))
t(lambda: float(1j))
t(lambda: float(10 ** 400))
t(lambda: float(b'x'))
t(lambda: float('nan(5)'))
t(lambda: float('1_'))
t(lambda: float(1, 2))
t(lambda: float(x=1))
t(lambda: float(type('F', (), {'__float__': lambda s: 2.5})()))
t(lambda: float(type('F', (), {'__index__': lambda s: 3})()))
t(lambda: float(type('F', (), {'__float__': lambda s: 'x'})()))

# expect: 0.0
# expect: 5.0
# expect: 5.0
# expect: 1.5
# expect: -1000.0
# expect: inf
# expect: -inf
# expect: True
# expect: 2.5
# expect: 1.0
# expect: 1e+22
# expect: 1000.5
# expect: 0.5
# expect: 5.0
# expect: 0.0
# expect: inf
# expect: 1500.0
# expect: 8.0
# expect: inf
# expect: inf
# expect: 1.5
# expect: ValueError could not convert string to float: ''
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: '1.5.5'
# expect: ValueError could not convert string to float: '1e'
# expect: ValueError could not convert string to float: '--1'
# expect: ValueError could not convert string to float: '1 2'
# expect: TypeError float() argument must be a string or a real number, not 'NoneType'
# expect: TypeError float() argument must be a string or a real number, not 'list'
# expect: TypeError float() argument must be a string or a real number, not 'complex'
# expect: OverflowError int too large to convert to float
# expect: ValueError could not convert string to float: b'x'
# expect: ValueError could not convert string to float: 'nan(5)'
# expect: ValueError could not convert string to float: '1_'
# expect: TypeError float expected at most 1 argument, got 2
# expect: TypeError float() takes no keyword arguments
# expect: 2.5
# expect: 3.0
# expect: TypeError F.__float__ returned non-float (type str)
