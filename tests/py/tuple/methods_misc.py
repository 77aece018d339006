def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: ((1, 2).__len__(), (1, 2).__contains__(2), (1, 2).__add__((3,)), (1,).__mul__(2), (1,).__rmul__(2), (1, 2).__getitem__(0), (1,).__eq__([1]), (1,).__hash__() == hash((1,)), iter((1, 2)).__next__(), iter((1, 2)).__length_hint__(), (1, 2).__lt__((1, 3)), ().__bool__ if hasattr((), '__bool__') else 'none', tuple.__mro__, (1, 2, 3, 2).index(2, 2), (1, 2, 3).index(3, -1), [x for x in reversed((1, 2))]))
t(lambda: (1,).__add__([1]))
t(lambda: tuple.__new__(int))
t(lambda: tuple.count(5))
t(lambda: tuple(x for x in 1))

# expect: (2, True, (1, 2, 3), (1, 1), (1, 1), 1, NotImplemented, True, 1, 2, True, 'none', (<class 'tuple'>, <class 'object'>), 3, 2, [2, 1])
# expect: TypeError can only concatenate tuple (not "list") to tuple
# expect: TypeError tuple.__new__(int): int is not a subtype of tuple
# expect: TypeError descriptor 'count' for 'tuple' objects doesn't apply to a 'int' object
# expect: TypeError 'int' object is not iterable
