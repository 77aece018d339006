def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: slice(5))
t(lambda: slice(1, 5))
t(lambda: slice(1, 5, 2))
t(lambda: slice(None))
t(lambda: slice(1, None, -1).start)
t(lambda: slice(5).stop)
t(lambda: slice(1, 2).step)
t(lambda: slice('a', []))
t(lambda: slice(1, 2) == slice(1, 2))
t(lambda: slice(1) != slice(2))
t(lambda: slice(1, 2) < slice(1, 3))
t(lambda: hash(slice(1, 2)) == hash(slice(1, 2)))
t(lambda: {slice(1): 'a'}[slice(None, 1)])
t(lambda: repr(slice(None, None, None)))
t(lambda: [1, 2, 3][slice(1, None)])
t(lambda: 'abc'[slice(None, None, -1)])
t(lambda: slice())
t(lambda: slice(1, 2, 3, 4))
t(lambda: hash(slice([], 1)))
t(lambda: slice(1) < 5)
try: slice(1).start = 2
except AttributeError as e: print(e)
t(lambda: type('S', (slice,), {}))

# expect: slice(None, 5, None)
# expect: slice(1, 5, None)
# expect: slice(1, 5, 2)
# expect: slice(None, None, None)
# expect: 1
# expect: 5
# expect: None
# expect: slice('a', [], None)
# expect: True
# expect: True
# expect: True
# expect: True
# expect: 'a'
# expect: 'slice(None, None, None)'
# expect: [2, 3]
# expect: 'cba'
# expect: TypeError slice expected at least 1 argument, got 0
# expect: TypeError slice expected at most 3 arguments, got 4
# expect: TypeError unhashable type: 'list'
# expect: TypeError '<' not supported between instances of 'slice' and 'int'
# expect: readonly attribute
# expect: TypeError type 'slice' is not an acceptable base type
