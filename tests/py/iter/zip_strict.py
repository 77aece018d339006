def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list(zip([1, 2], 'ab', strict=True)))
t(lambda: list(zip(strict=True)))
t(lambda: list(zip([1], strict=True)))
t(lambda: list(zip([1, 2], 'a', strict=True)))
t(lambda: list(zip([1], 'ab', strict=True)))
t(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
t(lambda: list(zip([1], [1], [1, 2], strict=True)))
z = zip(iter([1, 2]), iter('a')); print(next(z)); print(next(z, 'end'))
a = iter([1, 2, 3]); b = iter('x'); list(zip(b, a)); print(next(a)); 
a = iter([1, 2, 3]); b = iter('x'); list(zip(a, b)); print(next(a))
t(lambda: zip([1], 2))
z = zip('ab', 'cd'); t1 = next(z); t2 = next(z); print(t1, t2, t1 is t2)

# expect: [(1, 'a'), (2, 'b')]
# expect: []
# expect: [(1,)]
# expect: ValueError zip() argument 2 is shorter than argument 1
# expect: ValueError zip() argument 2 is longer than argument 1
# expect: ValueError zip() argument 3 is shorter than arguments 1-2
# expect: ValueError zip() argument 3 is longer than arguments 1-2
# expect: (1, 'a')
# expect: end
# expect: 2
# expect: 3
# expect: TypeError 'int' object is not iterable
# expect: ('a', 'c') ('b', 'd') False
