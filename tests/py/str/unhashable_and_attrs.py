def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: ''.nope)
t(lambda: 'a'.x)
try: 'a'.x = 1
except AttributeError as e: print(e)
try: str.x = 1
except TypeError as e: print(e)
try: del 'a'[0]
except TypeError as e: print(e)
t(lambda: len('abc'.__dir__()) > 70)
t(lambda: 'abc'.__class__)
t(lambda: 'abc'.__len__())
t(lambda: 'abc'.__getitem__(1))
t(lambda: 'abc'.__add__('d'))
t(lambda: 'abc'.__contains__('b'))
t(lambda: 'abc'.__mul__(2))
t(lambda: 'a'.__eq__('a'))
t(lambda: 'a'.__eq__(1))
t(lambda: 'a'.__lt__('b'))
t(lambda: 'a'.__format__('>2'))
t(lambda: '%d'.__mod__(3))
t(lambda: 'a'.__rmod__('%s'))
t(lambda: 'abc'.__iter__().__next__())
t(lambda: 'a'.__hash__() == hash('a'))
t(lambda: 'a'.__sizeof__() > 0)
t(lambda: 'ab'.__getnewargs__())
t(lambda: 'abc'.__add__(1))
t(lambda: 'abc'.__getitem__('x'))
t(lambda: str.__doc__ is not None)
t(lambda: str.mro())

# expect: AttributeError 'str' object has no attribute 'nope'
# expect: AttributeError 'str' object has no attribute 'x'
# expect: 'str' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: cannot set 'x' attribute of immutable type 'str'
# expect: 'str' object doesn't support item deletion
# expect: True
# expect: <class 'str'>
# expect: 3
# expect: 'b'
# expect: 'abcd'
# expect: True
# expect: 'abcabc'
# expect: True
# expect: NotImplemented
# expect: True
# expect: ' a'
# expect: '3'
# expect: 'a'
# expect: 'a'
# expect: True
# expect: True
# expect: ('ab',)
# expect: TypeError can only concatenate str (not "int") to str
# expect: TypeError string indices must be integers, not 'str'
# expect: True
# expect: [<class 'str'>, <class 'object'>]
