fs = []
for i in range(3): fs.append(lambda: i)
print([f() for f in fs], i)
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
for x in range(3):
    for x in 'ab': pass
print(x)
for i in range(0): undefined_later = 1
try: undefined_later
except NameError as e: print(e)
def f():
    for k in []: pass
    return k
try: f()
except UnboundLocalError as e: print(e)
with open('/dev/null') as fh: pass
print(fh.closed)
if False: never = 1
try: never
except NameError as e: print(e)
[j := n for n in range(4)]
print(j)
try: n
except NameError as e: print(e)

# expect: [2, 2, 2] 2
# expect: [0, 1, 2]
# expect: b
# expect: name 'undefined_later' is not defined
# expect: cannot access local variable 'k' where it is not associated with a value
# expect: True
# expect: name 'never' is not defined
# expect: 3
# expect: name 'n' is not defined
