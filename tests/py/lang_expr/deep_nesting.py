s = '(' * 50 + '1' + ')' * 50
print(eval(s))
s = '[' * 60 + ']' * 60
v = eval(s); n = 0
while v: v = v[0]; n += 1
print(n)
print(eval('-' * 101 + '1'), eval('not ' * 51 + '1'), eval('~' * 80 + '3'))
print(eval('+'.join(['1'] * 2000)), eval('1' + ' if 1 else 0' * 30))
print(eval('[0]' * 1 + '[0]'), eval('lambda: ' * 20 + '7')()()()()()()()()()()()()()()()()()()()())
x = 1
for _ in range(500): x = (x,)
d = 0
while isinstance(x, tuple): x = x[0]; d += 1
print(d)

# expect: 1
# expect: 59
# expect: -1 False 3
# expect: 2000 1
# expect: 0 7
# expect: 500
