def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class I:
    def __init__(s, n): s.n = n
    def __index__(s): return s.n
l = list('abcde')
t(lambda: l[I(1)])
t(lambda: l[I(-1)])
t(lambda: l[I(1):I(3)])
t(lambda: l[::I(2)])
t(lambda: l.pop(I(0)))
t(lambda: l.insert(I(1), 'x'))
t(lambda: l)
t(lambda: l * I(2))
t(lambda: l.index('c', I(0), I(5)))
l[I(0)] = 'new'; del l[I(1)]; print(l)
class B:
    def __index__(s): return 'x'
t(lambda: l[B()])
t(lambda: l[B():])
t(lambda: l * B())
class E:
    def __index__(s): raise KeyError('idx')
t(lambda: l[E()])
t(lambda: l[:E()])

# expect: 'b'
# expect: 'e'
# expect: ['b', 'c']
# expect: ['a', 'c', 'e']
# expect: 'a'
# expect: None
# expect: ['b', 'x', 'c', 'd', 'e']
# expect: ['b', 'x', 'c', 'd', 'e', 'b', 'x', 'c', 'd', 'e']
# expect: 2
# expect: ['new', 'c', 'd', 'e']
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)
# expect: KeyError 'idx'
# expect: KeyError 'idx'
