def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
print(compose(str, abs, int)('-5'))
def curry(f, *a): return lambda *b: f(*a, *b)
print(curry(pow, 2)(10))
table = {'+': lambda a, b: a + b, 'max': max, 'cat': '{}{}'.format}
print([table[k](1, 2) for k in ('+', 'max', 'cat')])
print(list(map(str.upper, 'abc')), list(filter(None, [0, 1, '', 'a'])), sorted('bCa', key=str.lower))
def apply_n(f, n, x): return x if n == 0 else apply_n(f, n - 1, f(x))
print(apply_n(lambda v: v * 2, 10, 1))
m = [].append, 'x'.join, {}.get, (5).__add__
print(m[1]('ab'), m[2](1, 'd'), m[3](6))
def ycomb(f): return (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v)))
print(ycomb(lambda r: lambda n: n if n < 2 else r(n - 1) + r(n - 2))(15))

# expect: 5
# expect: 1024
# expect: [3, 2, '12']
# expect: ['A', 'B', 'C'] [1, 'a'] ['a', 'b', 'C']
# expect: 1024
# expect: axb d 11
# expect: 610
