def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: type(5))
t(lambda: type('a'))
t(lambda: type(type))
t(lambda: type('X', (), {}))
t(lambda: type(None))
t(lambda: object() == object())
t(lambda: isinstance(object(), object))
t(lambda: type(object()).__name__)
t(lambda: type(5)(7))
t(lambda: type([])('ab'))
t(lambda: type('Y', (int,), {'z': 3}).z)
t(lambda: type())
t(lambda: type(1, 2))
t(lambda: type('X', (), {}, 1))
t(lambda: type('X', 5, {}))
t(lambda: type(5, (), {}))
t(lambda: type('X', (5,), {}))
t(lambda: type('X', (), 5))
t(lambda: object(1))
t(lambda: object().x)
t(lambda: super())
t(lambda: super(5))
t(lambda: super(int, 'a'))
t(lambda: object.__new__(int))
t(lambda: object.__init__())
t(lambda: type('X\0', (), {}))
t(lambda: type.__call__())

# expect: <class 'int'>
# expect: <class 'str'>
# expect: <class 'type'>
# expect: <class '__main__.X'>
# expect: <class 'NoneType'>
# expect: False
# expect: True
# expect: 'object'
# expect: 7
# expect: ['a', 'b']
# expect: 3
# expect: TypeError type() takes 1 or 3 arguments
# expect: TypeError type() takes 1 or 3 arguments
# expect: TypeError type() takes 1 or 3 arguments
# expect: TypeError type.__new__() argument 2 must be tuple, not int
# expect: TypeError type.__new__() argument 1 must be str, not int
# expect: TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# expect: TypeError type.__new__() argument 3 must be dict, not int
# expect: TypeError object() takes no arguments
# expect: AttributeError 'object' object has no attribute 'x'
# expect: RuntimeError super(): no arguments
# expect: TypeError super() argument 1 must be a type, not int
# expect: TypeError super(type, obj): obj (instance of str) is not an instance or subtype of type (int).
# expect: TypeError object.__new__(int) is not safe, use int.__new__()
# expect: TypeError descriptor '__init__' of 'object' object needs an argument
# expect: ValueError type name must not contain null characters
# expect: TypeError descriptor '__call__' of 'type' object needs an argument
