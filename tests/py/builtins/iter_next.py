def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list(iter([1])))
t(lambda: next(iter('a')))
t(lambda: next(iter([]), 'd'))
t(lambda: list(iter({'k': 1})))
t(lambda: iter(range(2)).__next__())
t(lambda: list(iter([3, 2, 0, 1].pop, 0)))
t(lambda: next((x for x in [5])))
t(lambda: iter(iter([])) is not None)
t(lambda: iter())
t(lambda: iter(5))
t(lambda: iter(None))
t(lambda: iter(5, 1))
t(lambda: next())
t(lambda: next([1]))
t(lambda: next(5))
t(lambda: next(iter([])))
t(lambda: next(iter([]), 1, 2))
t(lambda: iter(type('I', (), {'__iter__': lambda s: 5})()))
t(lambda: iter(type('I', (), {'__iter__': None})()))
t(lambda: next(type('N', (), {'__next__': lambda s: 1 / 0})()))
t(lambda: next(type('N', (), {'__next__': lambda s: 7})()))

# expect: [1]
# expect: 'a'
# expect: 'd'
# expect: ['k']
# expect: 0
# expect: [1]
# expect: 5
# expect: True
# expect: TypeError iter expected at least 1 argument, got 0
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'NoneType' object is not iterable
# expect: TypeError iter(v, w): v must be callable
# expect: TypeError next expected at least 1 argument, got 0
# expect: TypeError 'list' object is not an iterator
# expect: TypeError 'int' object is not an iterator
# expect: StopIteration 
# expect: TypeError next expected at most 2 arguments, got 3
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'I' object is not iterable
# expect: ZeroDivisionError division by zero
# expect: 7
