def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: aiter(type('A', (), {'__aiter__': lambda s: s, '__anext__': lambda s: 1})()) is not None)
t(lambda: aiter(5))
t(lambda: aiter([]))
t(lambda: anext(5))
t(lambda: anext([]))
t(lambda: aiter(type('A', (), {'__aiter__': lambda s: 5})()))
t(lambda: aiter())
t(lambda: anext())

# expect: True
# expect: TypeError 'int' object is not an async iterable
# expect: TypeError 'list' object is not an async iterable
# expect: TypeError 'int' object is not an async iterator
# expect: TypeError 'list' object is not an async iterator
# expect: TypeError aiter() returned not an async iterator of type 'int'
# expect: TypeError aiter() takes exactly one argument (0 given)
# expect: TypeError anext expected at least 1 argument, got 0
