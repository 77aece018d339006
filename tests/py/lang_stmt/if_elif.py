def f(n):
    if n < 0: return 'neg'
    elif n == 0:
        return 'zero'
    elif n < 10: return 'small'
    else:
        if n < 100:
            return 'mid'
    return 'big'
print([f(i) for i in (-5, 0, 3, 50, 500)])
if []: print('no')
elif (): print('no')
else: print('else')
if 1:
    if 0: pass
    else: print('inner else')
if True: x = 1; y = 2
print(x, y)

# expect: ['neg', 'zero', 'small', 'mid', 'big']
# expect: else
# expect: inner else
# expect: 1 2
