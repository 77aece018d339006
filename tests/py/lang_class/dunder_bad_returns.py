def cls(**ns): return type('C', (), ns)()
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: str(cls(__str__=lambda s: 5)))
t(lambda: repr(cls(__repr__=lambda s: None)))
t(lambda: bool(cls(__bool__=lambda s: 'x')))
t(lambda: len(cls(__len__=lambda s: 'x')))
t(lambda: hash(cls(__hash__=lambda s: 'x')))
t(lambda: int(cls(__int__=lambda s: 'x')))
t(lambda: int(cls(__index__=lambda s: 'x')))
t(lambda: float(cls(__float__=lambda s: 1)))
t(lambda: complex(cls(__complex__=lambda s: 1)))
t(lambda: iter(cls(__iter__=lambda s: 5)))
t(lambda: next(cls()))
t(lambda: [1][cls(__index__=lambda s: 1.5)])
t(lambda: format(cls(__format__=lambda s, f: 5)))
t(lambda: bytes(cls(__bytes__=lambda s: 'x')))
t(lambda: dir(cls(__dir__=lambda s: 5)))
t(lambda: cls(__init__=lambda s: None) and 'init ok')
t(lambda: type('D', (), {'__init__': lambda s: 5})())
t(lambda: hash(cls(__hash__=lambda s: 2 ** 70)) == hash(2 ** 70))
t(lambda: hash(cls(__hash__=lambda s: -1)))
t(lambda: hash(cls(__hash__=None)))
t(lambda: round(cls()))
t(lambda: abs(cls()))
t(lambda: cls()[0])
t(lambda: cls().__enter__)
t(lambda: len(cls()))
t(lambda: sorted([cls(), cls()]))
t(lambda: f'{cls():>5}')
t(lambda: list(cls(__getitem__=5)))
t(lambda: cls(__call__=5)())
t(lambda: range(cls()))

# expect: TypeError __str__ returned non-string (type int)
# expect: TypeError __repr__ returned non-string (type NoneType)
# expect: TypeError __bool__ should return bool, returned str
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError __hash__ method should return an integer
# expect: TypeError __int__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError C.__float__ returned non-float (type int)
# expect: TypeError __complex__ returned non-complex (type int)
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'C' object is not an iterator
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __format__ must return a str, not int
# expect: TypeError __bytes__ returned non-bytes (type str)
# expect: TypeError 'int' object is not iterable
# expect: init ok
# expect: TypeError __init__() should return None, not 'int'
# expect: True
# expect: -2
# expect: TypeError unhashable type: 'C'
# expect: TypeError type C doesn't define __round__ method
# expect: TypeError bad operand type for abs(): 'C'
# expect: TypeError 'C' object is not subscriptable
# expect: AttributeError 'C' object has no attribute '__enter__'
# expect: TypeError object of type 'C' has no len()
# expect: TypeError '<' not supported between instances of 'C' and 'C'
# expect: TypeError unsupported format string passed to C.__format__
# expect: TypeError 'int' object is not callable
# expect: TypeError 'int' object is not callable
# expect: TypeError 'C' object cannot be interpreted as an integer
