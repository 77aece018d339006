def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: all([]))
t(lambda: any([]))
t(lambda: all([1, 2]))
t(lambda: all([1, 0]))
t(lambda: any([0, 1]))
t(lambda: any([0, '']))
t(lambda: all(x for x in (1, 1)))
t(lambda: any({}))
t(lambda: all({0: 1}))
t(lambda: any('ab'))
t(lambda: all(''))
t(lambda: all(5))
t(lambda: any(None))
t(lambda: all())
t(lambda: any([1], [2]))
def g(): yield 1; yield 0; print('not reached'); yield 1
t(lambda: all(g()))
t(lambda: any(g()))
class B:
    def __bool__(s): raise ValueError('bool')
t(lambda: any([B()]))
t(lambda: all([B()]))

# expect: True
# expect: False
# expect: True
# expect: False
# expect: True
# expect: False
# expect: True
# expect: False
# expect: False
# expect: True
# expect: True
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'NoneType' object is not iterable
# expect: TypeError all() takes exactly one argument (0 given)
# expect: TypeError any() takes exactly one argument (2 given)
# expect: False
# expect: True
# expect: ValueError bool
# expect: ValueError bool
