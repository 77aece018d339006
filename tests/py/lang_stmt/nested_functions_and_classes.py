def outer(n):
    class Inner:
        k = n
        def m(self):
            def deep():
                return self.k + n
            return deep()
        class Deeper:
            v = n * 2
            def __repr__(self): return f'D{self.v}'
    return Inner
I = outer(3)
print(I().m(), I.Deeper(), I.__qualname__, I.Deeper.__qualname__, I.m.__qualname__)
print(outer(4).k, outer(1) is outer(1))
def rec(n): return [rec(n - 1)] if n else 'x'
print(rec(3))
def mk():
    def a(): return b() + 1
    def b(): return 10
    return a
print(mk()())
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(10), odd(7), even(3))

# expect: 6 D6 outer.<locals>.Inner outer.<locals>.Inner.Deeper outer.<locals>.Inner.m
# expect: 4 False
# expect: [[['x']]]
# expect: 11
# expect: True True False
