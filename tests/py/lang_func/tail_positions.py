def f(n, acc=0):
    while True:
        if n == 0: return acc
        n, acc = n - 1, acc + n
print(f(10000))
def trampoline(f):
    def run(*a):
        r = f(*a)
        while callable(r): r = r()
        return r
    return run
def even(n): return True if n == 0 else lambda: odd(n - 1)
def odd(n): return False if n == 0 else lambda: even(n - 1)
print(trampoline(even)(5000), trampoline(odd)(5001))
def cps_fact(n, k): return k(1) if n == 0 else (lambda: cps_fact(n - 1, lambda v: lambda: k(n * v)))
print(trampoline(cps_fact)(30, lambda v: v))

# expect: 50005000
# expect: True True
# expect: 265252859812191058636308480000000
