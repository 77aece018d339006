def echo():
    r = None
    while True:
        r = yield r
        if r == 'stop': break
    yield 'last'
e = echo()
print(next(e), next(e), e.send(None), e.send(0), e.send(''), e.send('stop'))
print(next(e, 'default'))
def swap():
    a = b = None
    while 1: a, b = (yield a, b), a
s = swap(); next(s); print(s.send(1), s.send(2), s.send(3))

# expect: None None None 0  last
# expect: default
# expect: (1, None) (2, 1) (3, 2)
