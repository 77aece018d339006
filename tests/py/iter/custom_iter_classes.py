def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class Fib:
    def __init__(s, n): s.n = n
    def __iter__(s):
        a, b = 0, 1
        for _ in range(s.n): yield a; a, b = b, a + b
    def __len__(s): return s.n
    def __reversed__(s): return reversed(list(s))
    def __contains__(s, x): return any(x == y for y in s)
t(lambda: list(Fib(8)))
t(lambda: len(Fib(3)))
t(lambda: list(reversed(Fib(5))))
t(lambda: 13 in Fib(10))
t(lambda: 4 in Fib(10))
t(lambda: sum(Fib(5)))
t(lambda: max(Fib(6)))
t(lambda: list(zip(Fib(3), Fib(4))))
t(lambda: dict.fromkeys(Fib(3)))
t(lambda: sorted(Fib(4), reverse=True))
t(lambda: list(enumerate(Fib(2))))
t(lambda: [*Fib(2)])
t(lambda: tuple(Fib(0)))
class Peek:
    def __init__(s, it): s.it, s.buf = iter(it), []
    def peek(s, d=None):
        if not s.buf:
            try: s.buf.append(next(s.it))
            except StopIteration: return d
        return s.buf[0]
    def __iter__(s): return s
    def __next__(s): return s.buf.pop() if s.buf else next(s.it)
p = Peek('abc'); print(p.peek(), next(p), p.peek(), list(p), p.peek('end'))

# expect: [0, 1, 1, 2, 3, 5, 8, 13]
# expect: 3
# expect: [3, 2, 1, 1, 0]
# expect: True
# expect: False
# expect: 7
# expect: 5
# expect: [(0, 0), (1, 1), (1, 1)]
# expect: {0: None, 1: None}
# expect: [2, 1, 1, 0]
# expect: [(0, 0), (1, 1)]
# expect: [0, 1]
# expect: ()
# expect: a a b ['b', 'c'] end
