"""Module doc
   second line"""
print(__doc__)
def f():
    """First.

    Indented
      more
    """
print(repr(f.__doc__))
class C:
    'class doc'
    def m(self): "m doc"; return 1
print(C.__doc__, C.m.__doc__, C().m())
def g():
    f'not a doc'
def h():
    b'not doc'
def i():
    'a' 'b'
def j():
    1
    'no'
print(g.__doc__, h.__doc__, i.__doc__, j.__doc__)
C.__doc__ = 'new'; f.__doc__ = None
print(C.__doc__, f.__doc__)

# expect: Module doc
# expect: second line
# expect: 'First.\n\nIndented\n  more\n'
# expect: class doc m doc 1
# expect: None None ab None
# expect: new None
