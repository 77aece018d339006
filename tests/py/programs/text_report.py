data = '''name,dept,salary
ann,eng,100
bob,ops,80
cat,eng,120
dan,ops,bad
eve,hr,70'''
rows, errors = [], []
head, *lines = data.split('\n')
for n, l in enumerate(lines, 2):
    r = dict(zip(head.split(','), l.split(',')))
    try: r['salary'] = int(r['salary']); rows.append(r)
    except ValueError as e: errors.append(f'line {n}: {e}')
by = {}
for r in rows: by.setdefault(r['dept'], []).append(r['salary'])
print(f'{"dept":<6}|{"n":>3}|{"avg":>8}|{"max":>5}')
print('-' * 25)
for d, s in sorted(by.items()): print(f'{d:<6}|{len(s):>3}|{sum(s) / len(s):>8.2f}|{max(s):>5}')
print(*errors, sep='\n')
print(max(rows, key=lambda r: r['salary'])['name'], sum(r['salary'] for r in rows))

# expect: dept  |  n|     avg|  max
# expect: -------------------------
# expect: eng   |  2|  110.00|  120
# expect: hr    |  1|   70.00|   70
# expect: ops   |  1|   80.00|   80
# expect: line 5: invalid literal for int() with base 10: 'bad'
# expect: cat 370
