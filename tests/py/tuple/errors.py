def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: (1, 2)[5])
t(lambda: (1, 2)['a'])
t(lambda: (1, 2)[1.0])
t(lambda: (1,).index(5))
t(lambda: (1,) + [2])
t(lambda: (1,) * 'a')
t(lambda: (1,) < [1])
t(lambda: (1,) < 1)
t(lambda: (1, 'a') < (1, 2))
t(lambda: tuple(5))
t(lambda: tuple(1, 2))
t(lambda: hash(([],)))
t(lambda: (1,).append(2))
t(lambda: ().index(1))
t(lambda: (1,).count())
t(lambda: (1, 2).index(2, 'a'))
t(lambda: (1,)())
t3 = ([1], 2)
for op in ['t3[0] = 1', 'del t3[0]', 't3[0] += [2]', 't3[0:1] = ()', 't3.x = 1', 't3 += [1]', 't3 += 5']:
    try: exec(op); print(t3)
    except Exception as e: print(op, '|', type(e).__name__, e, t3)

# expect: IndexError tuple index out of range
# expect: TypeError tuple indices must be integers or slices, not str
# expect: TypeError tuple indices must be integers or slices, not float
# expect: ValueError tuple.index(x): x not in tuple
# expect: TypeError can only concatenate tuple (not "list") to tuple
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: TypeError '<' not supported between instances of 'tuple' and 'list'
# expect: TypeError '<' not supported between instances of 'tuple' and 'int'
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError 'int' object is not iterable
# expect: TypeError tuple expected at most 1 argument, got 2
# expect: TypeError unhashable type: 'list'
# expect: AttributeError 'tuple' object has no attribute 'append'
# expect: ValueError tuple.index(x): x not in tuple
# expect: TypeError tuple.count() takes exactly one argument (0 given)
# expect: TypeError slice indices must be integers or have an __index__ method
# expect: TypeError 'tuple' object is not callable
# expect: t3[0] = 1 | TypeError 'tuple' object does not support item assignment ([1], 2)
# expect: del t3[0] | TypeError 'tuple' object doesn't support item deletion ([1], 2)
# expect: t3[0] += [2] | TypeError 'tuple' object does not support item assignment ([1, 2], 2)
# expect: t3[0:1] = () | TypeError 'tuple' object does not support item assignment ([1, 2], 2)
# expect: t3.x = 1 | AttributeError 'tuple' object has no attribute 'x' and no __dict__ for setting new attributes ([1, 2], 2)
# expect: t3 += [1] | TypeError can only concatenate tuple (not "list") to tuple ([1, 2], 2)
# expect: t3 += 5 | TypeError can only concatenate tuple (not "int") to tuple ([1, 2], 2)
