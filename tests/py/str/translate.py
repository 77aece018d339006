def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'abc'.translate({97: 'X', 98: None, 99: 120}))
t(lambda: 'abc'.translate(str.maketrans('ab', 'xy')))
t(lambda: 'abc'.translate(str.maketrans('ab', 'xy', 'c')))
t(lambda: 'abc'.translate(str.maketrans({'a': 'long', 'b': None, 99: 'd'})))
t(lambda: 'héllo'.translate({233: 'e'}))
t(lambda: 'abc'.translate({}))
t(lambda: sorted(str.maketrans('ab', 'cd', 'e').items()))
t(lambda: str.maketrans({'a': 1}))
t(lambda: str.maketrans('ab', 'c'))
t(lambda: str.maketrans({'ab': 1}))
t(lambda: str.maketrans(5))
t(lambda: str.maketrans('a', 5))
t(lambda: str.maketrans({1.5: 'a'}))
t(lambda: 'abc'.translate({97: 1.5}))
t(lambda: 'abc'.translate({97: 1114112}))
t(lambda: 'abc'.translate(5))
t(lambda: 'abc'.translate([0] * 97 + ['Z', 'Y']))
t(lambda: 'abc'.translate(type('M', (), {'__getitem__': lambda s, k: chr(k + 1)})()))

# expect: 'Xx'
# expect: 'xyc'
# expect: 'xy'
# expect: 'longd'
# expect: 'hello'
# expect: 'abc'
# expect: [(97, 99), (98, 100), (101, None)]
# expect: {97: 1}
# expect: ValueError the first two maketrans arguments must have equal length
# expect: ValueError string keys in translate table must be of length 1
# expect: TypeError if you give only one argument to maketrans it must be a dict
# expect: TypeError maketrans() argument 2 must be str, not int
# expect: TypeError keys in translate table must be strings or integers
# expect: TypeError character mapping must return integer, None or str
# expect: ValueError character mapping must be in range(0x110000)
# expect: TypeError 'int' object is not subscriptable
# expect: 'ZYc'
# expect: 'bcd'
