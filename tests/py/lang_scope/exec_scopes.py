def f():
    x = 1
    exec('y = x + 1; print(y)')
    return 'y' in locals()
print(f())
g, l = {}, {}
exec('a = 1\ndef h(): return a', g, l)
print('a' in g, 'a' in l)
try: l['h']()
except NameError as e: print(e)
exec('class C:\n  v = [q for q in range(n)]', {'n': 2}, l2 := {})
print(l2['C'].v)
class M(dict):
    def __missing__(self, k): return f'<{k}>'
print(eval('foo + bar', {}, M()))
exec('z = undefined_name', {}, m := M()); print(dict(m))
exec('global gg; gg = 5', g2 := {}, {}); print(g2['gg'])
try: exec('x', None, 5)
except TypeError as e: print(e)
def k():
    ns = dict(locals()); exec('q = 7', globals(), ns); return ns['q']
print(k())

# expect: 2
# expect: False
# expect: False True
# expect: name 'a' is not defined
# expect: [0, 1]
# expect: <foo><bar>
# expect: {'z': '<undefined_name>'}
# expect: 5
# expect: locals must be a mapping or None, not int
# expect: 7
