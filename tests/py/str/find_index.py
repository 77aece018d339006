def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

s = 'hello world hello'
t(lambda: [s.find(x) for x in ('hello', 'o', 'z', '', 'hellox')])
t(lambda: [s.rfind(x) for x in ('hello', 'o', 'z', '', 'd h')])
t(lambda: [s.find('o', 5), s.find('o', 5, 7), s.find('o', -5), s.find('', 100), s.find('', 17), s.find('h', None, None), s.rfind('o', 0, 5), s.rfind('', 3, 5)])
t(lambda: s.index('world'))
t(lambda: s.rindex('l'))
t(lambda: s.index('l', 3))
t(lambda: s.index('zz'))
t(lambda: s.rindex('zz'))
t(lambda: s.index('o', 20))
t(lambda: s.find(5))
t(lambda: s.find())
t(lambda: s.find('a', 'b'))
t(lambda: 'aaaa'.find('aa', 1))
t(lambda: 'aaaa'.rfind('aa'))
t(lambda: 'é日本'.find('本'))
t(lambda: 'abcabc'.find('c', -3))
t(lambda: (('a' * 1000 + 'b').find('ab'), ('ab' * 500).rfind('ba'), ('x' * 5000).find('x' * 4000 + 'y')))

# expect: [0, 4, -1, 0, -1]
# expect: [12, 16, -1, 17, 10]
# expect: [7, -1, 16, -1, 17, 0, 4, 5]
# expect: 6
# expect: 15
# expect: 3
# expect: ValueError substring not found
# expect: ValueError substring not found
# expect: ValueError substring not found
# expect: TypeError find() argument 1 must be str, not int
# expect: TypeError find expected at least 1 argument, got 0
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: 1
# expect: 2
# expect: 2
# expect: 5
# expect: (999, 997, -1)
