def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class C: x = 1
c = C()
t(lambda: getattr(c, 'x'))
t(lambda: getattr(c, 'y', 5))
t(lambda: setattr(c, 'y', 2))
t(lambda: c.y)
t(lambda: hasattr(c, 'y'))
t(lambda: delattr(c, 'y'))
t(lambda: hasattr(c, 'y'))
t(lambda: getattr(int, 'real') is int.real)
t(lambda: setattr(c, 'weird name', 1))
t(lambda: getattr(c, 'weird name'))
t(lambda: hasattr(5, 'real'))
t(lambda: getattr('a', 'upper')())
t(lambda: getattr(c, 'q'))
t(lambda: getattr(c, 5))
t(lambda: setattr(c, 5, 1))
t(lambda: setattr(c, 'x'))
t(lambda: delattr(c, 'x'))
t(lambda: delattr(c, 'nope'))
t(lambda: hasattr(c, 5))
t(lambda: hasattr(c))
t(lambda: getattr())
t(lambda: setattr(5, 'x', 1))
t(lambda: delattr(5, 'real'))
t(lambda: setattr(int, 'x', 1))
t(lambda: setattr(c, '__class__', 5))
t(lambda: getattr(c, 'x', 1, 2))

# expect: 1
# expect: 5
# expect: None
# expect: 2
# expect: True
# expect: None
# expect: False
# expect: True
# expect: None
# expect: 1
# expect: True
# expect: 'A'
# expect: AttributeError 'C' object has no attribute 'q'
# expect: TypeError attribute name must be string, not 'int'
# expect: TypeError attribute name must be string, not 'int'
# expect: TypeError setattr expected 3 arguments, got 2
# expect: AttributeError 'C' object has no attribute 'x'
# expect: AttributeError 'C' object has no attribute 'nope'
# expect: TypeError attribute name must be string, not 'int'
# expect: TypeError hasattr expected 2 arguments, got 1
# expect: TypeError getattr expected at least 2 arguments, got 0
# expect: AttributeError 'int' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError attribute 'real' of 'int' objects is not writable
# expect: TypeError cannot set 'x' attribute of immutable type 'int'
# expect: TypeError __class__ must be set to a class, not 'int' object
# expect: TypeError getattr expected at most 3 arguments, got 4
