def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: format(5, '>3'))
t(lambda: format('a'))
t(lambda: format(1.5, '.2f'))
t(lambda: hash(5))
t(lambda: hash('a') == hash('a'))
t(lambda: hash(()) == hash(()))
t(lambda: id(None) == id(None))
t(lambda: isinstance(id(5), int))
t(lambda: hash(1.0))
t(lambda: hash(None) == hash(None))
t(lambda: hash(int) == hash(int))
t(lambda: format(5, 5))
t(lambda: format())
t(lambda: format(5, 'zz'))
t(lambda: format([], 'x'))
t(lambda: hash([]))
t(lambda: hash({}))
t(lambda: hash(set()))
t(lambda: hash())
t(lambda: hash(([],)))
t(lambda: id())
t(lambda: hash(type('H', (), {'__hash__': lambda s: 'a'})()))
t(lambda: hash(type('E', (), {'__eq__': lambda s, o: True})()))

# expect: '  5'
# expect: 'a'
# expect: '1.50'
# expect: 5
# expect: True
# expect: True
# expect: True
# expect: True
# expect: 1
# expect: True
# expect: True
# expect: TypeError format() argument 2 must be str, not int
# expect: TypeError format expected at least 1 argument, got 0
# expect: ValueError Unknown format code 'z' for object of type 'int'
# expect: TypeError unsupported format string passed to list.__format__
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
# expect: TypeError unhashable type: 'set'
# expect: TypeError hash() takes exactly one argument (0 given)
# expect: TypeError unhashable type: 'list'
# expect: TypeError id() takes exactly one argument (0 given)
# expect: TypeError __hash__ method should return an integer
# expect: TypeError unhashable type: 'E'
