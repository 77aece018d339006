def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'abc'.startswith('ab'))
t(lambda: 'abc'.startswith(('x', 'a')))
t(lambda: 'abc'.startswith(''))
t(lambda: 'abc'.startswith('b', 1))
t(lambda: 'abc'.startswith('bc', 1, 2))
t(lambda: 'abc'.startswith('', 3))
t(lambda: 'abc'.startswith('', 4))
t(lambda: 'abc'.startswith(()))
t(lambda: 'abc'.endswith('bc'))
t(lambda: 'abc'.endswith(('x', 'c')))
t(lambda: 'abc'.endswith('b', 0, 2))
t(lambda: 'abc'.endswith('', 5))
t(lambda: 'abc'.endswith('abcd'))
t(lambda: 'abc'.endswith('c', -1))
t(lambda: 'a'.startswith(1))
t(lambda: 'a'.startswith((1,)))
t(lambda: 'a'.startswith(['a']))
t(lambda: 'a'.endswith(None))
t(lambda: 'a'.startswith())

# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: False
# expect: False
# expect: True
# expect: True
# expect: True
# expect: False
# expect: False
# expect: True
# expect: TypeError startswith first arg must be str or a tuple of str, not int
# expect: TypeError tuple for startswith must only contain str, not int
# expect: TypeError startswith first arg must be str or a tuple of str, not list
# expect: TypeError endswith first arg must be str or a tuple of str, not NoneType
# expect: TypeError startswith expected at least 1 argument, got 0
