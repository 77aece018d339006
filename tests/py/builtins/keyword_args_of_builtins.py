def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: sorted([2, 1], reverse=True, key=lambda x: x))
t(lambda: sum([1], start=2))
t(lambda: enumerate(iterable='a', start=1).__next__())
t(lambda: int('10', base=2))
t(lambda: str(object=1))
t(lambda: str(b'a', encoding='ascii', errors='strict'))
t(lambda: pow(base=2, exp=3))
t(lambda: round(number=1.25, ndigits=1))
t(lambda: complex(real=1, imag=2))
t(lambda: max([1], key=None, default=0))
t(lambda: compile(source='1', filename='f', mode='eval').co_name)
t(lambda: bytes('a', encoding='ascii'))
t(lambda: open('/dev/null', mode='r').closed)
t(lambda: zip(strict=True).__next__ is not None)
t(lambda: print('k', sep='', end='\n', flush=True))
t(lambda: dict(key=1))
t(lambda: list.sort.__name__)
t(lambda: len(obj=[]))
t(lambda: abs(x=1))
t(lambda: ord(c='a'))
t(lambda: int(x='5'))
t(lambda: float(x=1))
t(lambda: list(iterable=[]))
t(lambda: isinstance(obj=1, class_or_tuple=int))
t(lambda: hash(obj=1))
t(lambda: sorted(iterable=[1]))
t(lambda: range(stop=5))
t(lambda: getattr(object=1, name='real'))
t(lambda: min(1, 2, key=None, foo=1))
t(lambda: bool(x=1))
t(lambda: tuple(iterable=()))
t(lambda: chr(i=5))
t(lambda: any(iterable=[]))
t(lambda: divmod(x=1, y=2))
t(lambda: filter(function=None, iterable=[]))
t(lambda: map(func=str, iterable=[]))
t(lambda: repr(obj=1))

# since-3.14: TypeError map() takes no keyword arguments => TypeError map() got an unexpected keyword argument 'func'
# expect: [2, 1]
# expect: 3
# expect: (1, 'a')
# expect: 2
# expect: '1'
# expect: 'a'
# expect: 8
# expect: 1.2
# expect: (1+2j)
# expect: 1
# expect: '<module>'
# expect: b'a'
# expect: False
# expect: True
# expect: k
# expect: None
# expect: {'key': 1}
# expect: 'sort'
# expect: TypeError len() takes no keyword arguments
# expect: TypeError abs() takes no keyword arguments
# expect: TypeError ord() takes no keyword arguments
# expect: TypeError int() got an unexpected keyword argument 'x'
# expect: TypeError float() takes no keyword arguments
# expect: TypeError list() takes no keyword arguments
# expect: TypeError isinstance() takes no keyword arguments
# expect: TypeError hash() takes no keyword arguments
# expect: TypeError sorted expected 1 argument, got 0
# expect: TypeError range() takes no keyword arguments
# expect: TypeError getattr() takes no keyword arguments
# expect: TypeError min() got an unexpected keyword argument 'foo'
# expect: TypeError bool() takes no keyword arguments
# expect: TypeError tuple() takes no keyword arguments
# expect: TypeError chr() takes no keyword arguments
# expect: TypeError any() takes no keyword arguments
# expect: TypeError divmod() takes no keyword arguments
# expect: TypeError filter() takes no keyword arguments
# expect: TypeError map() got an unexpected keyword argument 'func'
# expect: TypeError repr() takes no keyword arguments
