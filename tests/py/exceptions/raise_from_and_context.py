def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def f():
    try: raise KeyError('a')
    except KeyError as k: raise ValueError('b') from k
try: f()
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__, e.__cause__ is e.__context__)
e = ValueError(); e.__cause__ = KeyError('set'); print(e.__suppress_context__); e.__cause__ = None; print(e.__suppress_context__); e.__context__ = TypeError(); print(repr(e.__context__))
try:
    try: raise e
    except ValueError: raise OSError('o')
except OSError as o: print(repr(o.__context__), repr(o.__context__.__context__))

# expect: KeyError('a') KeyError('a') True True
# expect: True
# expect: True
# expect: TypeError()
# expect: ValueError() TypeError()
