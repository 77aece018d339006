def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: {1}.nope)
t(lambda: {1}())
t(lambda: {1}[0])
t(lambda: -{1})
t(lambda: {1} + {2})
t(lambda: set.add(5, 1))
t(lambda: {1}.__or__([1]))
t(lambda: {1}.__and__({1}))
t(lambda: {1}.__contains__(1))
t(lambda: {1}.__eq__([1]))
t(lambda: {1}.__lt__({1, 2}))
t(lambda: {1}.__len__())
t(lambda: set.__hash__)
t(lambda: {1}.__sub__(5))
t(lambda: {1}.__iter__().__next__())
t(lambda: {1}.__reduce__()[0].__name__)
t(lambda: {1}.__class_getitem__(int))
t(lambda: set.__doc__ is not None)
t(lambda: int({1}))
t(lambda: sum({'a'}))
t(lambda: max(set()))
t(lambda: sorted([1, *{'a'}]))
t(lambda: 'a' in {1: 2}.keys())
t(lambda: ''.join({'x'}))
t(lambda: list({1}))
t(lambda: str({1}))
t(lambda: f'{ {1} }')
t(lambda: [*{}])
t(lambda: bool(set()))
t(lambda: max({1, 5}))
t(lambda: dict.fromkeys({1}))
t(lambda: tuple({2}))
t(lambda: {1}.pop())
t(lambda: zip({1}, {2}).__next__())
a = {1}; a.__init__([5, 6]); print(a)

# expect: AttributeError 'set' object has no attribute 'nope'
# expect: TypeError 'set' object is not callable
# expect: TypeError 'set' object is not subscriptable
# expect: TypeError bad operand type for unary -: 'set'
# expect: TypeError unsupported operand type(s) for +: 'set' and 'set'
# expect: TypeError descriptor 'add' for 'set' objects doesn't apply to a 'int' object
# expect: NotImplemented
# expect: {1}
# expect: True
# expect: NotImplemented
# expect: True
# expect: 1
# expect: None
# expect: NotImplemented
# expect: 1
# expect: 'set'
# expect: set[int]
# expect: True
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'set'
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: ValueError max() iterable argument is empty
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: False
# expect: 'x'
# expect: [1]
# expect: '{1}'
# expect: '{1}'
# expect: []
# expect: False
# expect: 5
# expect: {1: None}
# expect: (2,)
# expect: 1
# expect: (1, 2)
# expect: {5, 6}
