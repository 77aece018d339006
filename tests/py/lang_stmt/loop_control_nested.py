out = []
for i in range(4):
    for j in range(4):
        if j == i: continue
        if j == 3: break
        try:
            if i == 2: break
            out.append((i, j))
        finally:
            out.append('f')
    else:
        out.append('else')
print(out)
n = 20; steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
    if steps > 100: break
else: print('reached', steps)
for c in 'hello':
    if c in 'aeiou':
        print(c.upper(), end='')
        continue
    print(c, end='')
print()
found = next((x for x in range(100) if x * x > 500), None)
print(found)

# expect: [(0, 1), 'f', (0, 2), 'f', (1, 0), 'f', (1, 2), 'f', 'f', (3, 0), 'f', (3, 1), 'f', (3, 2), 'f', 'else']
# expect: reached 7
# expect: hEllO
# expect: 23
