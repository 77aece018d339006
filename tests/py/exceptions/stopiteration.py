def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: StopIteration().value)
t(lambda: StopIteration(5).value)
t(lambda: StopIteration(1, 2).value)
t(lambda: StopIteration(5).args)
t(lambda: repr(StopIteration(5)))
t(lambda: str(StopIteration('a')))
t(lambda: StopIteration(None).value)
e = StopIteration(1); e.value = 9; print(e.value, e.args)

# expect: None
# expect: 5
# expect: 1
# expect: (5,)
# expect: 'StopIteration(5)'
# expect: 'a'
# expect: None
# expect: 9 (1,)
