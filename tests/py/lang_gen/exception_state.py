import sys
def g():
    print(sys.exc_info()[0])
    yield 1
    print(sys.exc_info()[0])
    try: raise KeyError
    except KeyError:
        yield 2
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info()[0])
    yield 3
i = g()
try: raise ValueError
except ValueError:
    next(i)
    print(sys.exc_info()[0].__name__)
    next(i)
    print(sys.exc_info()[0].__name__)
print(sys.exc_info()[0]); next(i)
def h():
    try: yield
    except ValueError as e: raise TypeError('new') from e
k = h(); next(k)
try: k.throw(ValueError('orig'))
except TypeError as e: print(e, repr(e.__cause__))

# expect: <class 'ValueError'>
# expect: ValueError
# expect: <class 'ValueError'>
# expect: ValueError
# expect: None
# expect: KeyError
# expect: None
# expect: new ValueError('orig')
