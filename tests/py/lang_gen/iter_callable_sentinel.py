def src(l=[1, 2, 3, 0, 5]):
    return l.pop(0)
print(list(iter(src, 0)))
it = iter(src, 99)
print(next(it))
try: next(it)
except IndexError as e: print(e)
try: iter(5, 0)
except TypeError as e: print(e)
def gen():
    x = yield from iter(lambda c=iter('abc!'): next(c), '!')
    return x
print(list(gen()))

# expect: [1, 2, 3]
# expect: 5
# expect: pop from empty list
# expect: iter(v, w): v must be callable
# expect: ['a', 'b', 'c']
