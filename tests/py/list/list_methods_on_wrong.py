def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list.append((1,), 2))
t(lambda: list.sort({}))
t(lambda: list.__len__(()))
t(lambda: list.__new__(5))
t(lambda: list.__new__(int))
t(lambda: list.__init__([], 1, 2))
t(lambda: [].nope)
t(lambda: [].append(a=1))
t(lambda: []())
t(lambda: [].__setitem__(0, 1))
t(lambda: [1].__delitem__(5))
t(lambda: [1].__getitem__('a'))
t(lambda: [1].__getitem__(0))
t(lambda: [1].__contains__(1))
t(lambda: [].__iter__().__next__())
t(lambda: -[1])
t(lambda: [1] - [1])
t(lambda: [1] & [1])
t(lambda: [1] @ [1])
t(lambda: [1] < None)
t(lambda: int([1]))
t(lambda: float([]))
t(lambda: str([1]))
t(lambda: bool([]))
t(lambda: list.__hash__)
t(lambda: [1, 2].__reversed__().__next__())
t(lambda: [3].__eq__(5))
t(lambda: [1].__lt__([2]))
t(lambda: [].__sizeof__() > 0)
t(lambda: [1].__repr__())
t(lambda: list.__doc__ is not None)
l = [1]; l.__init__([5, 6]); print(l); l.__init__(); print(l)
try: [].x = 1
except AttributeError as e: print(e)

# expect: TypeError descriptor 'append' for 'list' objects doesn't apply to a 'tuple' object
# expect: TypeError descriptor 'sort' for 'list' objects doesn't apply to a 'dict' object
# expect: TypeError descriptor '__len__' requires a 'list' object but received a 'tuple'
# expect: TypeError list.__new__(X): X is not a type object (int)
# expect: TypeError list.__new__(int): int is not a subtype of list
# expect: TypeError list expected at most 1 argument, got 2
# expect: AttributeError 'list' object has no attribute 'nope'
# expect: TypeError list.append() takes no keyword arguments
# expect: TypeError 'list' object is not callable
# expect: IndexError list assignment index out of range
# expect: IndexError list assignment index out of range
# expect: TypeError list indices must be integers or slices, not str
# expect: 1
# expect: True
# expect: StopIteration 
# expect: TypeError bad operand type for unary -: 'list'
# expect: TypeError unsupported operand type(s) for -: 'list' and 'list'
# expect: TypeError unsupported operand type(s) for &: 'list' and 'list'
# expect: TypeError unsupported operand type(s) for @: 'list' and 'list'
# expect: TypeError '<' not supported between instances of 'list' and 'NoneType'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: TypeError float() argument must be a string or a real number, not 'list'
# expect: '[1]'
# expect: False
# expect: None
# expect: 2
# expect: NotImplemented
# expect: True
# expect: True
# expect: '[1]'
# expect: True
# expect: [5, 6]
# expect: []
# expect: 'list' object has no attribute 'x' and no __dict__ for setting new attributes
