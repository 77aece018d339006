def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class C:
    a = 1
    def __init__(s): s.b = 2
t(lambda: [n for n in dir(C()) if n[0] != '_'])
t(lambda: vars(C()))
t(lambda: 'len' in dir(__builtins__))
t(lambda: sorted(vars(C).keys() & {'a', 'b'}))
t(lambda: type(globals()))
t(lambda: 'C' in globals())
t(lambda: isinstance(locals(), dict))
t(lambda: dir(type('D', (), {'__dir__': lambda s: ['z', 'a']})()))
t(lambda: vars(5))
t(lambda: vars(C(), 1))
t(lambda: dir(type('D', (), {'__dir__': lambda s: 5})()))
t(lambda: dir(1, 2))
t(lambda: globals(1))

# expect: ['a', 'b']
# expect: {'b': 2}
# expect: True
# expect: ['a']
# expect: <class 'dict'>
# expect: True
# expect: True
# expect: ['a', 'z']
# expect: TypeError vars() argument must have __dict__ attribute
# expect: TypeError vars expected at most 1 argument, got 2
# expect: TypeError 'int' object is not iterable
# expect: TypeError dir expected at most 1 argument, got 2
# expect: TypeError globals() takes no arguments (1 given)
