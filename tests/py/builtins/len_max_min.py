def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: len('ab'))
t(lambda: len([]))
t(lambda: len({1: 2}))
t(lambda: len(range(5)))
t(lambda: len(b'abc'))
t(lambda: max(1, 2))
t(lambda: max([1, 3, 2]))
t(lambda: max('a', 'bb', key=len))
t(lambda: max([], default=0))
t(lambda: min('b', 'a'))
t(lambda: min([(1, 'b'), (1, 'a')]))
t(lambda: min({3, 1}))
t(lambda: max({'a': 1, 'b': 2}))
t(lambda: max([1, 1.0]))
t(lambda: min([True, 1, 1.0]))
t(lambda: max(x for x in (1, 5)))
t(lambda: min([], default=None))
t(lambda: max([1, 2], key=None))
t(lambda: max('abc', default='z'))
t(lambda: len())
t(lambda: len(5))
t(lambda: len([], []))
t(lambda: max())
t(lambda: max([]))
t(lambda: max(5))
t(lambda: max(1, 'a'))
t(lambda: max([1, None]))
t(lambda: max(1, 2, default=3))
t(lambda: min([]))
t(lambda: max([1], key=5))
t(lambda: max(1, 2, foo=1))
t(lambda: max(iter(())) )
t(lambda: min(None, 1))
t(lambda: max(1, 2, key=lambda: 0))

# expect: 2
# expect: 0
# expect: 1
# expect: 5
# expect: 3
# expect: 2
# expect: 3
# expect: 'bb'
# expect: 0
# expect: 'a'
# expect: (1, 'a')
# expect: 1
# expect: 'b'
# expect: 1
# expect: True
# expect: 5
# expect: None
# expect: 2
# expect: 'c'
# expect: TypeError len() takes exactly one argument (0 given)
# expect: TypeError object of type 'int' has no len()
# expect: TypeError len() takes exactly one argument (2 given)
# expect: TypeError max expected at least 1 argument, got 0
# expect: ValueError max() iterable argument is empty
# expect: TypeError 'int' object is not iterable
# expect: TypeError '>' not supported between instances of 'str' and 'int'
# expect: TypeError '>' not supported between instances of 'NoneType' and 'int'
# expect: TypeError Cannot specify a default for max() with multiple positional arguments
# expect: ValueError min() iterable argument is empty
# expect: TypeError 'int' object is not callable
# expect: TypeError max() got an unexpected keyword argument 'foo'
# expect: ValueError max() iterable argument is empty
# expect: TypeError '<' not supported between instances of 'int' and 'NoneType'
# expect: TypeError <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
