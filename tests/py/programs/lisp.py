def tok(s): return s.replace('(', ' ( ').replace(')', ' ) ').split()
def parse(t):
    x = t.pop(0)
    if x == '(':
        l = []
        while t[0] != ')': l.append(parse(t))
        t.pop(0); return l
    try: return int(x)
    except ValueError: return x
class Env(dict):
    def __init__(self, ks=(), vs=(), up=None): super().__init__(zip(ks, vs)); self.up = up
    def find(self, k):
        if k in self: return self
        if self.up is None: raise NameError(k)
        return self.up.find(k)
import operator as op
G = Env(); G.update({'+': lambda *a: sum(a), '*': op.mul, '-': op.sub, '<': op.lt, '=': op.eq, 'list': lambda *a: list(a), 'car': lambda l: l[0], 'cdr': lambda l: l[1:], 'cons': lambda a, l: [a] + l, 'null?': lambda l: l == []})
def ev(x, e=G):
    while True:
        if isinstance(x, str): return e.find(x)[x]
        if not isinstance(x, list): return x
        h = x[0]
        if h == 'if': x = x[2] if ev(x[1], e) else x[3]
        elif h == 'define': e[x[1]] = ev(x[2], e); return None
        elif h == 'lambda': return (x[1], x[2], e)
        elif h == 'quote': return x[1]
        elif h == 'let': e = Env([k for k, _ in x[1]], [ev(v, e) for _, v in x[1]], e); x = x[2]
        else:
            f, *a = [ev(y, e) for y in x]
            if callable(f): return f(*a)
            x, e = f[1], Env(f[0], a, f[2])
def run(s): return ev(parse(tok(s)))
run('(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))')
run('(define map (lambda (f l) (if (null? l) (quote ()) (cons (f (car l)) (map f (cdr l))))))')
run('(define loop (lambda (n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))))')
print(run('(fact 20)'), run('(map (lambda (x) (* x x)) (list 1 2 3))'), run('(loop 5000 0)'), run('(let ((x 2) (y 3)) (+ x y 10))'))
run('(define adder (lambda (n) (lambda (x) (+ x n))))'); print(run('((adder 5) 10)'))
try: run('(undefined 1)')
except NameError as e: print('NameError', e)

# expect: 2432902008176640000 [1, 4, 9] 12502500 15
# expect: 15
# expect: NameError undefined
