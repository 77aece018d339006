if 1:
	x = 1
	if x:
		print('tabs')
	print('back')
a = 1; b = 2;
print(a, b);
if a: a = 3; b = 4
print(a, b)
for i in range(2): a += i; b -= i
print(a, b)
def f(): a = 1; b = 2; return a + b
print(f())
while a: a -= 1; continue
print(a)
class C: a = 1; b = 2
print(C.a + C.b)
try: 1/0
except: print('e'); print('f')
with open('/dev/null') as q: c = 1; d = 2
print(c, d)

# expect: tabs
# expect: back
# expect: 1 2
# expect: 3 4
# expect: 4 3
# expect: 3
# expect: 0
# expect: 3
# expect: e
# expect: f
# expect: 1 2
