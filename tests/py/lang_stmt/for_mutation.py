l = [1, 2, 3, 4]
for x in l:
    if x == 2: l.remove(x)
print(l)
l = [1, 2]
for x in l:
    if len(l) < 6: l.append(x * 10)
print(l)
d = {'a': 1, 'b': 2}
try:
    for k in d: d[k + k] = 1
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
d = {1: 1}
for k in d: d[k] += 1
print(d)
s = {1, 2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(e)
for k in list(s): s.discard(k)
print(s)
for i in range(3):
    i += 10
    print(i, end=' ')
print()
for i in (r := range(3)): r = None
print(i, r)

# expect: [1, 3, 4]
# expect: [1, 2, 10, 20, 100, 200]
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: {1: 2}
# expect: Set changed size during iteration
# expect: set()
# expect: 10 11 12 
# expect: 2 None
