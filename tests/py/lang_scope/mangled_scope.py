class A:
    def __init__(self): self.__v = 1
    def f(self):
        __local = 2
        def g(): return __local + self.__v
        return g(), [k for k in locals() if 'local' in k]
    def h(self, __arg): return __arg
    def imp(self):
        import sys as __s
        return 'sys' in repr(__s), [k for k in locals()]
print(A().f(), A().h(3), A().imp()[1])
class _B:
    class __C:
        def __m(self): return 1
    x = __C
print([k for k in vars(_B) if 'C' in k], [k for k in vars(_B.x) if '__m' in k and 'mod' not in k])

# expect: (3, ['_A__local']) 3 ['self', '_A__s']
# expect: ['_B__C'] ['_C__m']
