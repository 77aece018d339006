def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: {x % 3 for x in range(10)})
t(lambda: {c for c in 'hello' if c in 'aeiou'} == {'e', 'o'})
t(lambda: {(x, y) for x in (1, 2) for y in (1, 2) if x != y} == {(1, 2), (2, 1)})
t(lambda: len({len(w) for w in 'a bb cc'.split()}))
t(lambda: {i for i in {1, 2}})
t(lambda: {*{1}, *{2}})
t(lambda: {x for x in []})
t(lambda: {(lambda: i)() for i in range(2)})

# expect: {0, 1, 2}
# expect: True
# expect: True
# expect: 2
# expect: {1, 2}
# expect: {1, 2}
# expect: set()
# expect: {0, 1}
