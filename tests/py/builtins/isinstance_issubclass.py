def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: isinstance(1, int))
t(lambda: isinstance(1, (str, int)))
t(lambda: isinstance(True, int))
t(lambda: isinstance([], list))
t(lambda: isinstance(1, object))
t(lambda: issubclass(bool, int))
t(lambda: issubclass(int, (str, object)))
t(lambda: isinstance(int, type))
t(lambda: issubclass(type, object))
t(lambda: isinstance(1, int | str))
t(lambda: issubclass(bool, int | None))
t(lambda: isinstance(None, None | int))
t(lambda: isinstance(1, ()))
t(lambda: isinstance(1, ((), (int,))))
t(lambda: isinstance(1))
t(lambda: isinstance(1, 'int'))
t(lambda: isinstance(1, [int]))
t(lambda: isinstance(1, (str, 5)))
t(lambda: issubclass(1, int))
t(lambda: issubclass(int, 1))
t(lambda: issubclass(int))
t(lambda: isinstance(1, list[int]))
t(lambda: issubclass(int, list[int]))
t(lambda: isinstance([], list[int] | int))

# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: TypeError isinstance expected 2 arguments, got 1
# expect: TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError issubclass() arg 1 must be a class
# expect: TypeError issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: TypeError issubclass expected 2 arguments, got 1
# expect: TypeError isinstance() argument 2 cannot be a parameterized generic
# expect: TypeError issubclass() argument 2 cannot be a parameterized generic
# expect: TypeError isinstance() argument 2 cannot be a parameterized generic
