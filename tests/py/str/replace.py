def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'aaa'.replace('a', 'b'))
t(lambda: 'aaa'.replace('a', 'b', 2))
t(lambda: 'abc'.replace('', '-'))
t(lambda: 'abc'.replace('', '-', 2))
t(lambda: ''.replace('', 'x'))
t(lambda: ''.replace('a', 'x'))
t(lambda: 'abab'.replace('ab', ''))
t(lambda: 'abc'.replace('x', 'y'))
t(lambda: 'aaa'.replace('aa', 'b'))
t(lambda: 'é日'.replace('日', 'nichi'))
t(lambda: 'abc'.replace('b', 'é'))
t(lambda: 'abc'.replace('a', 'a'))
t(lambda: 'aaa'.replace('a', 'bb', count=1))
t(lambda: 'abc'.replace('b', '', 0))
t(lambda: 'abc'.replace('c', 'd', -1))
t(lambda: 'a'.replace('a'))
t(lambda: 'a'.replace(1, 2))
t(lambda: 'a'.replace('a', 'b', 'c'))

# expect: 'bbb'
# expect: 'bba'
# expect: '-a-b-c-'
# expect: '-a-bc'
# expect: 'x'
# expect: ''
# expect: ''
# expect: 'abc'
# expect: 'ba'
# expect: 'énichi'
# expect: 'aéc'
# expect: 'abc'
# expect: 'bbaa'
# expect: 'abc'
# expect: 'abd'
# expect: TypeError replace() takes at least 2 positional arguments (1 given)
# expect: TypeError replace() argument 1 must be str, not int
# expect: TypeError 'str' object cannot be interpreted as an integer
