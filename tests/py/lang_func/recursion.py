def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(20), fact(50))
def fib(n, m={}):
    if n < 2: return n
    if n not in m: m[n] = fib(n - 1) + fib(n - 2)
    return m[n]
print(fib(80))
def ack(m, n):
    if m == 0: return n + 1
    if n == 0: return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def hanoi(n, a='A', b='B', c='C'):
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c) if n else []
print(len(hanoi(8)), hanoi(2))
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms('abc'))
def depth(n): return n if n == 0 else depth(n - 1)
print(depth(800))

# expect: 2432902008176640000 30414093201713378043612608166064768844377641568960512000000000000
# expect: 23416728348467685
# expect: 9
# expect: 255 [('A', 'B'), ('A', 'C'), ('B', 'C')]
# expect: ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']
# expect: 0
