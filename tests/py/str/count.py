def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'banana'.count('a'))
t(lambda: 'banana'.count('an'))
t(lambda: 'aaaa'.count('aa'))
t(lambda: 'abc'.count(''))
t(lambda: ''.count(''))
t(lambda: 'abc'.count('', 1))
t(lambda: 'abc'.count('', 3))
t(lambda: 'abc'.count('', 4))
t(lambda: 'banana'.count('a', 2))
t(lambda: 'banana'.count('a', 2, 4))
t(lambda: 'banana'.count('z'))
t(lambda: 'é日é'.count('é'))
t(lambda: 'a'.count(1))
t(lambda: 'a'.count())

# expect: 3
# expect: 2
# expect: 2
# expect: 4
# expect: 1
# expect: 3
# expect: 1
# expect: 0
# expect: 2
# expect: 1
# expect: 0
# expect: 2
# expect: TypeError count() argument 1 must be str, not int
# expect: TypeError count expected at least 1 argument, got 0
