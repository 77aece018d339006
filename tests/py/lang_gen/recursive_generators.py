def tree(n):
    if n:
        yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(3)))
def flatten(x):
    for y in x:
        if isinstance(y, (list, tuple)): yield from flatten(y)
        else: yield y
print(list(flatten([1, [2, (3, [4]), []], 5])))
def perms(l):
    if len(l) <= 1: yield l
    else:
        for i in range(len(l)):
            for p in perms(l[:i] + l[i + 1:]): yield [l[i]] + p
print(list(perms([1, 2, 3])))
def subsets(s):
    if not s: yield []
    else:
        for x in subsets(s[1:]): yield x; yield [s[0]] + x
print(sorted(subsets([1, 2, 3])))
def deep(n):
    if n == 0: yield 'bottom'
    else: yield from deep(n - 1)
print(list(deep(200)))

# expect: [1, 2, 1, 3, 1, 2, 1]
# expect: [1, 2, 3, 4, 5]
# expect: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
# expect: [[], [1], [1, 2], [1, 2, 3], [1, 3], [2], [2, 3], [3]]
# expect: ['bottom']
