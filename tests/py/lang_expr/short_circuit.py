def t(n, r):
    print('eval', n, end=' ')
    return r
print(t(1, 0) and t(2, 1))
print(t(1, 5) and t(2, []))
print(t(1, '') or t(2, 'x'))
print(t(1, 'y') or t(2, 'x'))
print(t(1, 0) or t(2, None) or t(3, ()))
print(t(1, 1) and t(2, 2) and t(3, 3))
print((t(1, 0) or t(2, 4)) and t(3, 5))
print(not t(1, 0))
if t(1, 0) or not t(2, 0):
    print('yes')
while t(1, 0) and t(2, 1):
    print('never')
else:
    print('done')

# expect: eval 1 0
# expect: eval 1 eval 2 []
# expect: eval 1 eval 2 x
# expect: eval 1 y
# expect: eval 1 eval 2 eval 3 ()
# expect: eval 1 eval 2 eval 3 3
# expect: eval 1 eval 2 eval 3 5
# expect: eval 1 True
# expect: eval 1 eval 2 yes
# expect: eval 1 done
