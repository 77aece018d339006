n = 0
while n < 3:
    n += 1
else: print('else', n)
while True:
    n -= 1
    if n == 0: break
else: print('never')
print(n)
while n < 10:
    n += 1
    if n % 2: continue
    print(n, end=' ')
else: print('end')
i = 0
while i < 3:
    j = 0
    while True:
        j += 1
        if j > i: break
        if j == 2: continue
        print(i, j, end='; ')
    else: print('x')
    i += 1
print()
while 0: pass
else: print('zero else')

# expect: else 3
# expect: 0
# expect: 2 4 6 8 10 end
# expect: 1 1; 2 1; 
# expect: zero else
