def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class C:
    p = property(lambda s: 1)
    s = staticmethod(lambda: 2)
    c = classmethod(lambda cls: cls.__name__)
t(lambda: C().p)
t(lambda: C.s())
t(lambda: C().s())
t(lambda: C.c())
t(lambda: C().c())
t(lambda: type(C.p))
t(lambda: property().fget)
t(lambda: staticmethod(len)('ab'))
t(lambda: C().__setattr__('p', 1))
try: C().p = 1
except AttributeError as e: print(e)
try: del C().p
except AttributeError as e: print(e)
t(lambda: staticmethod())
t(lambda: classmethod())
t(lambda: property(1, 2, 3, 4, 5))
t(lambda: staticmethod(5)())
t(lambda: classmethod(5).__get__(None, C)())

# expect: 1
# expect: 2
# expect: 2
# expect: 'C'
# expect: 'C'
# expect: <class 'property'>
# expect: None
# expect: 2
# expect: AttributeError property 'p' of 'C' object has no setter
# expect: property 'p' of 'C' object has no setter
# expect: property 'p' of 'C' object has no deleter
# expect: TypeError staticmethod expected 1 argument, got 0
# expect: TypeError classmethod expected 1 argument, got 0
# expect: TypeError property() takes at most 4 arguments (5 given)
# expect: TypeError 'int' object is not callable
# expect: TypeError 'int' object is not callable
