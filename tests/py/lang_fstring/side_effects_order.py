log = []
def f(x): log.append(x); return x
print(f'{f(1)} {f(2):>{f(5)}} {f("a")!r} {f(3)=}', log)
class A:
    def __format__(s, spec): log.append('fmt ' + spec); return 'F'
    def __str__(s): log.append('str'); return 'S'
    def __repr__(s): log.append('repr'); return 'R'
log.clear(); print(f'{A()} {A()!s} {A()!r} {A()!s:>3} {A():x}', log)
try: f'{f(9)} {1 / 0} {f(10)}'
except ZeroDivisionError as e: print(e, log[-1])
class Bad:
    def __format__(s, f): raise ValueError('fmt ' + f)
try: f'{Bad():zz}'
except ValueError as e: print(e)

# expect: 1     2 'a' f(3)=3 [1, 2, 5, 'a', 3]
# expect: F S R   S F ['fmt ', 'str', 'repr', 'str', 'fmt x']
# expect: division by zero 9
# expect: fmt zz
