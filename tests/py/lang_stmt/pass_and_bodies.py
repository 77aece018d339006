def f(): pass
class C: pass
for _ in (): pass
while False: pass
if 1: pass
else: pass
try: pass
finally: pass
with open('/dev/null') as _: pass
print(f(), C.__name__, C().__class__ is C)
class D: x = 1; y = x + 1; z = [x]
print(D.x, D.y, D.z)
def g(): x = 1; return x; print('dead')
print(g())
if 1: print('a'); print('b')
for i in 1, 2: print(i, end=' '); print('.', end='')
print()
class E(D, object): 'doc'; pass
print(E.__doc__, E.__bases__[0].__name__)
def h():
    'only doc'
print(h(), h.__doc__)

# expect: None C True
# expect: 1 2 [1]
# expect: 1
# expect: a
# expect: b
# expect: 1 .2 .
# expect: doc D
# expect: None only doc
