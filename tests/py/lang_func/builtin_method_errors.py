def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: str.upper())
t(lambda: str.upper(5))
t(lambda: list.append([]))
t(lambda: list.append({}, 1))
t(lambda: int.__add__(1))
t(lambda: int.__add__('a', 1))
t(lambda: (1).__add__())
t(lambda: (1).__add__('x'))
t(lambda: dict.fromkeys())
t(lambda: ''.join(1))
t(lambda: ''.join([1]))
t(lambda: 'a'.split(1))
t(lambda: 'a'.replace('a'))
t(lambda: 'a'.upper(1))
t(lambda: 'a'.startswith(1))
t(lambda: [].insert(1))
t(lambda: [].index())
t(lambda: [].extend(5))
t(lambda: {}.update(5))
t(lambda: {}.update([1]))
t(lambda: {}.update([(1, 2, 3)]))
t(lambda: set().add())
t(lambda: set([[]]) if 0 else 'skip')
t(lambda: (1, 2).index(5))
t(lambda: (1, 2).count())
t(lambda: object().__init__(1))
t(lambda: object(1))
t(lambda: object.__new__())
t(lambda: object.__new__(5))
t(lambda: int.__new__(str))
t(lambda: type())
t(lambda: type(1, 2))
t(lambda: type('a', (), {}, 4, 5))
t(lambda: type(1, (), {}))
t(lambda: type('a', 5, {}))
t(lambda: type('a', (), 5))

# expect: TypeError unbound method str.upper() needs an argument
# expect: TypeError descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
# expect: TypeError list.append() takes exactly one argument (0 given)
# expect: TypeError descriptor 'append' for 'list' objects doesn't apply to a 'dict' object
# expect: TypeError expected 1 argument, got 0
# expect: TypeError descriptor '__add__' requires a 'int' object but received a 'str'
# expect: TypeError expected 1 argument, got 0
# expect: NotImplemented
# expect: TypeError fromkeys expected at least 1 argument, got 0
# expect: TypeError can only join an iterable
# expect: TypeError sequence item 0: expected str instance, int found
# expect: TypeError must be str or None, not int
# expect: TypeError replace() takes at least 2 positional arguments (1 given)
# expect: TypeError str.upper() takes no arguments (1 given)
# expect: TypeError startswith first arg must be str or a tuple of str, not int
# expect: TypeError insert expected 2 arguments, got 1
# expect: TypeError index expected at least 1 argument, got 0
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError set.add() takes exactly one argument (0 given)
# expect: skip
# expect: ValueError tuple.index(x): x not in tuple
# expect: TypeError tuple.count() takes exactly one argument (0 given)
# expect: TypeError object.__init__() takes exactly one argument (the instance to initialize)
# expect: TypeError object() takes no arguments
# expect: TypeError object.__new__(): not enough arguments
# expect: TypeError object.__new__(X): X is not a type object (int)
# expect: TypeError int.__new__(str): str is not a subtype of int
# expect: TypeError type() takes 1 or 3 arguments
# expect: TypeError type() takes 1 or 3 arguments
# expect: TypeError type() takes 1 or 3 arguments
# expect: TypeError type.__new__() argument 1 must be str, not int
# expect: TypeError type.__new__() argument 2 must be tuple, not int
# expect: TypeError type.__new__() argument 3 must be dict, not int
