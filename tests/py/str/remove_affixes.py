def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'prefix-x'.removeprefix('prefix-'))
t(lambda: 'abc'.removeprefix('x'))
t(lambda: 'abc'.removeprefix(''))
t(lambda: 'abc'.removeprefix('abcd'))
t(lambda: 'x.py'.removesuffix('.py'))
t(lambda: 'abc'.removesuffix(''))
t(lambda: 'aa'.removesuffix('a'))
t(lambda: 'abc'.removesuffix('abc'))
t(lambda: 'a'.removeprefix(1))
t(lambda: 'a'.removesuffix())

# expect: 'x'
# expect: 'abc'
# expect: 'abc'
# expect: 'abc'
# expect: 'x'
# expect: 'abc'
# expect: 'a'
# expect: ''
# expect: TypeError removeprefix() argument must be str, not int
# expect: TypeError str.removesuffix() takes exactly one argument (0 given)
