a, b = ValueError('a'), KeyError('b')
try:
    try: raise a
    except ValueError: raise b
except KeyError:
    try: raise a
    except ValueError as e: print(repr(e.__context__), repr(e.__context__.__context__))
e = ValueError('self')
try: raise e from e
except ValueError as x: print(x.__cause__ is x)
def nest(n):
    try:
        if n: nest(n - 1)
        else: raise ValueError(0)
    except ValueError as e: raise ValueError(n + 1)
try: nest(5)
except ValueError as e:
    l = []
    while e: l.append(e.args[0]); e = e.__context__
    print(l)
try:
    try: raise ValueError('x')
    except ValueError as e:
        try: raise e
        except ValueError: raise KeyError
except KeyError as k: print(repr(k.__context__), k.__context__.__context__)

# expect: KeyError('b') None
# expect: True
# expect: [6, 5, 4, 3, 2, 1, 0]
# expect: ValueError('x') None
