def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = [1]
l.extend([2, 3]); l.extend('ab'); l.extend({9: 1}); l.extend(x for x in range(2)); l.extend(()); print(l)
l.extend(l); print(len(l)); l += l[:1]; l += (5,); print(l[-2:])
t(lambda: [1] + [2])
t(lambda: [1] * 3)
t(lambda: 3 * ['a'])
t(lambda: [1] * 0)
t(lambda: [1] * -5)
t(lambda: [] * 10 ** 6)
t(lambda: [[]] * 2)
t(lambda: [1, 2] * True)
t(lambda: [1] + (2,))
t(lambda: [1] + 'a')
t(lambda: [1] * 'a')
t(lambda: [1] * 1.0)
t(lambda: [1].extend(5))
t(lambda: [1].extend())
t(lambda: [0] * 10 ** 19)
t(lambda: [1].__iadd__('ab'))
t(lambda: [1].__add__([2]))
t(lambda: [1].__imul__(2))
t(lambda: [1].__rmul__(2))
a = [1]; b = a; a = a + [2]; print(a, b); a = b; a += [3]; print(a, b)
def g(): yield 1; raise ValueError('mid')
x = [0]
try: x.extend(g())
except ValueError as e: print(e, x)

# expect: [1, 2, 3, 'a', 'b', 9, 0, 1]
# expect: 16
# expect: [1, 5]
# expect: [1, 2]
# expect: [1, 1, 1]
# expect: ['a', 'a', 'a']
# expect: []
# expect: []
# expect: []
# expect: [[], []]
# expect: [1, 2]
# expect: TypeError can only concatenate list (not "tuple") to list
# expect: TypeError can only concatenate list (not "str") to list
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: TypeError can't multiply sequence by non-int of type 'float'
# expect: TypeError 'int' object is not iterable
# expect: TypeError list.extend() takes exactly one argument (0 given)
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: [1, 'a', 'b']
# expect: [1, 2]
# expect: [1, 1]
# expect: [1, 1]
# expect: [1, 2] [1]
# expect: [1, 3] [1, 3]
# expect: mid [0, 1]
