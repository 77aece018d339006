...
1
'str'
[print('list display')]
(print('paren'),)
{print('set')}
x = 5
x
x == 5
-x
print('a') or print('b')
print('c') and print('d')
x if x else print('no')
lambda: print('never')
not print('not')
f'{print("fstring")}'
[print(i) for i in range(2)]
(print('gen') for i in range(2))
None

# expect: list display
# expect: paren
# expect: set
# expect: a
# expect: b
# expect: c
# expect: not
# expect: fstring
# expect: 0
# expect: 1
