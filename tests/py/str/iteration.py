def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list(enumerate('ab')))
t(lambda: list(zip('ab', 'cd')))
t(lambda: [*'xyz'])
t(lambda: dict.fromkeys('aba'))
t(lambda: ''.join(reversed('abc')))
t(lambda: list(map(ord, 'az')))
t(lambda: max('abc', key=ord))
t(lambda: sum(c.isupper() for c in 'aBC'))
t(lambda: any(c == 'b' for c in 'abc'))
t(lambda: iter('ab').__length_hint__())
t(lambda: next(iter('')))
it = iter('abc'); next(it)
t(lambda: list(it))
t(lambda: list(it))
t(lambda: type(iter('é')).__name__)
t(lambda: type(iter('a')).__name__)

# expect: [(0, 'a'), (1, 'b')]
# expect: [('a', 'c'), ('b', 'd')]
# expect: ['x', 'y', 'z']
# expect: {'a': None, 'b': None}
# expect: 'cba'
# expect: [97, 122]
# expect: 'c'
# expect: 2
# expect: True
# expect: 2
# expect: StopIteration 
# expect: ['b', 'c']
# expect: []
# expect: 'str_iterator'
# expect: 'str_ascii_iterator'
