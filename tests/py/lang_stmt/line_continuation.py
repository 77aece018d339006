x = 1 + \
    2
print(x)
y = [1,  # one
     # whole comment line

     2]
print(y)
if True:

    # comment

    print('indented')
  # odd comment
print('still top')
def f(a,
b,
      c):
  return a + \
b + c
print(f(1,
 2, 3))
s = 'a\
b'
print(s)
if (1 and
2): print('ok')
for i in \
  range(2): print(i)
class \
  C: pass
print(C)
assert x == 3, \
  'msg'
	
print('tab line above')

# expect: 3
# expect: [1, 2]
# expect: indented
# expect: still top
# expect: 6
# expect: ab
# expect: ok
# expect: 0
# expect: 1
# expect: <class '__main__.C'>
# expect: tab line above
