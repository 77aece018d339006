import operator as op, math, functools
class Env(dict):
    def __init__(s, p=(), a=(), outer=None): super().__init__(zip(p, a)); s.outer = outer
    def find(s, k):
        if k in s: return s
        if s.outer is None: raise NameError(f"unbound {k}")
        return s.outer.find(k)
def std():
    e = Env(); e.update({"+": lambda *a: sum(a), "-": lambda a, b=None: -a if b is None else a - b, "*": lambda *a: math.prod(a), "/": op.truediv, "<": op.lt, ">": op.gt, "=": op.eq, "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, b: [a] + b, "list": lambda *a: list(a), "null?": lambda l: l == [], "length": len, "map": lambda f, l: [f(x) for x in l], "apply": lambda f, a: f(*a), "begin": lambda *a: a[-1]}); return e
def parse(s):
    toks = s.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()
    def read():
        if not toks: raise SyntaxError("unexpected EOF")
        t = toks.pop(0)
        if t == "(":
            l = []
            while not toks or toks[0] != ")": l.append(read())
            toks.pop(0); return l
        if t == ")": raise SyntaxError("unexpected )")
        if t == "'": return ["quote", read()]
        for c in (int, float):
            try: return c(t)
            except ValueError: pass
        return t
    x = read()
    if toks: raise SyntaxError(f"extra {toks}")
    return x
def ev(x, e):
    while True:
        if isinstance(x, str): return e.find(x)[x]
        if not isinstance(x, list): return x
        match x:
            case ["quote", v]: return v
            case ["if", t, a, *b]: x = a if ev(t, e) else (b[0] if b else None); continue
            case ["define", [n, *p], body]: e[n] = mk(p, body, e); return None
            case ["define", n, v]: e[n] = ev(v, e); return None
            case ["set!", n, v]: e.find(n)[n] = ev(v, e); return None
            case ["lambda", p, body]: return mk(p, body, e)
            case ["let", bs, body]: x = [["lambda", [b[0] for b in bs], body]] + [b[1] for b in bs]; continue
            case []: raise SyntaxError("empty call")
        f, *a = [ev(y, e) for y in x]
        if hasattr(f, "lam"): p, x, oe = f.lam; e = Env(p, a, oe); continue
        return f(*a)
def mk(p, body, e):
    def f(*a): return ev(body, Env(p, a, e))
    f.lam = (p, body, e); return f
g = std()
for s in ("(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))", "(fact 30)", "(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))", "(loop 20000 0)", "(map (lambda (x) (* x x)) (list 1 2 3))", "(let ((a 1) (b 2)) (+ a b))", "(define c (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))", "(c)", "(c)", "'(1 (2 x) 3)", "(car '())", "(foo)", "(+ 1", ")", "(1 2)", "(/ 1 0)", "()", "(apply + '(1 2 3))"):
    try: r = ev(parse(s), g); print(s[:40], "=>", r)
    except Exception as x: print(s[:40], "!!", type(x).__name__, x)

# expect: (define (fact n) (if (< n 2) 1 (* n (fac => None
# expect: (fact 30) => 265252859812191058636308480000000
# expect: (define (loop n acc) (if (= n 0) acc (lo => None
# expect: (loop 20000 0) => 200010000
# expect: (map (lambda (x) (* x x)) (list 1 2 3)) => [1, 4, 9]
# expect: (let ((a 1) (b 2)) (+ a b)) => 3
# expect: (define c (let ((n 0)) (lambda () (begin => None
# expect: (c) => 1
# expect: (c) => 2
# expect: '(1 (2 x) 3) => [1, [2, 'x'], 3]
# expect: (car '()) !! IndexError list index out of range
# expect: (foo) !! NameError unbound foo
# expect: (+ 1 !! SyntaxError unexpected EOF
# expect: ) !! SyntaxError unexpected )
# expect: (1 2) !! TypeError 'int' object is not callable
# expect: (/ 1 0) !! ZeroDivisionError division by zero
# expect: () !! SyntaxError empty call
# expect: (apply + '(1 2 3)) => 6
