total = (1 +
         2 *  # comment
         3 -
         (4
          // 2))
print(total)
d = {
    'a': [
        1,
        2,
    ],
    'b': (
        3,
    ),
}
print(d)
x = 5; y = 6; print(x, y)
print(x \
      + y)
if (x == 5 and
        y == 6):
    print('both')
s = """a
  b
    c"""
print(s.split('\n'))
z = [i
     for i in range(5)
     if i
     % 2]
print(z)
def f(
    a,
    b=(
        1
    ),
):
    return a, b
print(f(
    1,
    b=2,
))
print(x,y , x+ y, ( x ) . real, d [ 'a' ] [ 0 ])

# expect: 5
# expect: {'a': [1, 2], 'b': (3,)}
# expect: 5 6
# expect: 11
# expect: both
# expect: ['a', '  b', '    c']
# expect: [1, 3]
# expect: (1, 2)
# expect: 5 6 11 5 1
