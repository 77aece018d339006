def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

o = object()
t(lambda: o == o)
t(lambda: o != o)
t(lambda: hash(o) == hash(o))
t(lambda: o.__class__)
t(lambda: str(o) == repr(o))
t(lambda: repr(o)[:18])
t(lambda: o.__eq__(o))
t(lambda: o.__eq__(5))
t(lambda: o.__ne__(o))
t(lambda: o.__ne__(5))
t(lambda: o.__lt__(o))
t(lambda: o.__doc__ is not None)
t(lambda: bool(o))
t(lambda: o.__dir__() != [])
t(lambda: o.__sizeof__() > 0)
t(lambda: o.__format__('') == str(o))
t(lambda: o.__reduce_ex__(2)[1])
t(lambda: object.__subclasshook__())
t(lambda: object.__init_subclass__())
t(lambda: o.__hash__() == hash(o))
t(lambda: o.__str__() == str(o))
t(lambda: o.__getstate__())
t(lambda: o.__format__('x'))
t(lambda: o < o)
t(lambda: o + o)
t(lambda: o())
t(lambda: o[0])
t(lambda: len(o))
t(lambda: iter(o))
t(lambda: o.x)
try: o.x = 1
except AttributeError as e: print(e)
t(lambda: object.__eq__(1))
t(lambda: object.__getattribute__(o, 'nope'))
t(lambda: object.__setattr__(o, 'x', 1))
t(lambda: object.__delattr__(o, 'x'))
t(lambda: object.__new__())
t(lambda: object().__init__(1))

# expect: True
# expect: False
# expect: True
# expect: <class 'object'>
# expect: True
# expect: '<object object at '
# expect: True
# expect: NotImplemented
# expect: False
# expect: NotImplemented
# expect: NotImplemented
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: (<class 'object'>,)
# expect: TypeError object.__subclasshook__() takes exactly one argument (0 given)
# expect: None
# expect: True
# expect: True
# expect: None
# expect: TypeError unsupported format string passed to object.__format__
# expect: TypeError '<' not supported between instances of 'object' and 'object'
# expect: TypeError unsupported operand type(s) for +: 'object' and 'object'
# expect: TypeError 'object' object is not callable
# expect: TypeError 'object' object is not subscriptable
# expect: TypeError object of type 'object' has no len()
# expect: TypeError 'object' object is not iterable
# expect: AttributeError 'object' object has no attribute 'x'
# expect: 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: TypeError expected 1 argument, got 0
# expect: AttributeError 'object' object has no attribute 'nope'
# expect: AttributeError 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: TypeError object.__new__(): not enough arguments
# expect: TypeError object.__init__() takes exactly one argument (the instance to initialize)
