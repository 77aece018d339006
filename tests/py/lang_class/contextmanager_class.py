class Timer:
    def __enter__(self): self.log = ['start']; return self
    def __exit__(self, t, v, tb):
        self.log.append('end' if t is None else f'end {t.__name__}: {v}')
        return t is KeyError
with Timer() as t: t.log.append('work')
print(t.log)
with Timer() as t: raise KeyError('x')
print(t.log)
try:
    with Timer() as t: int('z')
except ValueError: print(t.log)
class Stack:
    def __init__(self): self.s = []
    def push(self, n):
        outer = self
        class Cm:
            def __enter__(s): outer.s.append(n); return outer
            def __exit__(s, *a): print('pop', outer.s.pop())
        return Cm()
st = Stack()
with st.push(1), st.push(2) as s, s.push(3): print(s.s)
print(st.s)
class Suppress:
    def __init__(self, *t): self.t = t
    def __enter__(self): pass
    def __exit__(self, t, v, tb): return t is not None and issubclass(t, self.t)
with Suppress(ZeroDivisionError, KeyError): 1 / 0
try:
    with Suppress(KeyError): 1 / 0
except ZeroDivisionError: print('not suppressed')

# expect: ['start', 'work', 'end']
# expect: ['start', "end KeyError: 'x'"]
# expect: ['start', "end ValueError: invalid literal for int() with base 10: 'z'"]
# expect: [1, 2, 3]
# expect: pop 3
# expect: pop 2
# expect: pop 1
# expect: []
# expect: not suppressed
