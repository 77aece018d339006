for i in range(3):
    if i == 5: break
else: print('not found')
for i in range(3):
    if i == 1: break
else: print('bad')
print(i)
for x in []: pass
else: print('empty')
for i in range(2, 12):
    for d in range(2, i):
        if i % d == 0: break
    else: print(i, end=' ')
print()
def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return i
        finally: print('fin', i)
    else: print('no')
print(f())
for k, in [(1,), (2,)]: print(k)
for a, (b, *c) in [(1, (2, 3, 4)), (5, 'xy')]: print(a, b, c)
d = {}
for d['k'] in range(3): pass
l = [0]
for l[0] in 'ab': print(l)
print(d)

# expect: not found
# expect: 1
# expect: empty
# expect: 2 3 5 7 11 
# expect: fin 0
# expect: fin 1
# expect: fin 2
# expect: 2
# expect: 1
# expect: 2
# expect: 1 2 [3, 4]
# expect: 5 x ['y']
# expect: ['a']
# expect: ['b']
# expect: {'k': 2}
