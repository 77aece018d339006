def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: {}.nope)
t(lambda: {}())
t(lambda: {} + {})
t(lambda: {} - {})
t(lambda: {}['a']['b'])
t(lambda: -{})
t(lambda: {}.keys(1))
t(lambda: {}.items().x)
t(lambda: dict.get({}, 1))
t(lambda: dict.__len__({1: 2}))
t(lambda: {1: 2}.__contains__(1))
t(lambda: {1: 2}.__getitem__(1))
t(lambda: {}.__iter__().__length_hint__())
t(lambda: {1: 2}.__eq__({1: 2}))
t(lambda: {}.__eq__(5))
t(lambda: {}.__or__({1: 1}))
t(lambda: {}.__or__(5))
t(lambda: dict.__hash__)
t(lambda: {}.__class_getitem__(int))
t(lambda: {}.__sizeof__() > 0)
t(lambda: {1: 2}.__getitem__(5))
t(lambda: {}.__delitem__(1))
t(lambda: dict.get(1, 2))
t(lambda: {}.update.__name__)
t(lambda: for_ if 0 else len({1: {2: 3}}[1]))

# expect: AttributeError 'dict' object has no attribute 'nope'
# expect: TypeError 'dict' object is not callable
# expect: TypeError unsupported operand type(s) for +: 'dict' and 'dict'
# expect: TypeError unsupported operand type(s) for -: 'dict' and 'dict'
# expect: KeyError 'a'
# expect: TypeError bad operand type for unary -: 'dict'
# expect: TypeError dict.keys() takes no arguments (1 given)
# expect: AttributeError 'dict_items' object has no attribute 'x'
# expect: None
# expect: 1
# expect: True
# expect: 2
# expect: 0
# expect: True
# expect: NotImplemented
# expect: {1: 1}
# expect: NotImplemented
# expect: None
# expect: dict[int]
# expect: True
# expect: KeyError 5
# expect: KeyError 1
# expect: TypeError descriptor 'get' for 'dict' objects doesn't apply to a 'int' object
# expect: 'update'
# expect: 1
