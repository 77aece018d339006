def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

r = range(1, 10, 2)
for op in ['r.start = 5', 'r.x = 1', 'r[0] = 1', 'del r[0]', 'r.append(1)', 'r()', 'class R(range): pass']:
    try: exec(op)
    except Exception as e: print(op, '|', type(e).__name__, e)
t(lambda: type(r))
t(lambda: r.__reduce__())
t(lambda: r.__len__())
t(lambda: r.__contains__(3))
t(lambda: r.__getitem__(0))
t(lambda: r.__eq__(range(1, 11, 2)))
t(lambda: r.__bool__() if hasattr(r, '__bool__') else 0)
t(lambda: isinstance(r, __import__('collections').abc.Sequence))
t(lambda: r.__lt__(r))
t(lambda: str(r))
t(lambda: f'{r}')
t(lambda: r[1:-1])
t(lambda: r[100:])
t(lambda: r[-2:])
t(lambda: r[::-2])
t(lambda: range(10)[slice(2, 5)])
t(lambda: range(0, 20, 3)[2:6][::2])

# expect: r.start = 5 | AttributeError readonly attribute
# expect: r.x = 1 | AttributeError 'range' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: r[0] = 1 | TypeError 'range' object does not support item assignment
# expect: del r[0] | TypeError 'range' object doesn't support item deletion
# expect: r.append(1) | AttributeError 'range' object has no attribute 'append'
# expect: r() | TypeError 'range' object is not callable
# expect: class R(range): pass | TypeError type 'range' is not an acceptable base type
# expect: <class 'range'>
# expect: (<class 'range'>, (1, 10, 2))
# expect: 5
# expect: True
# expect: 1
# expect: True
# expect: True
# expect: AttributeError module 'collections' has no attribute 'abc'
# expect: NotImplemented
# expect: 'range(1, 10, 2)'
# expect: 'range(1, 10, 2)'
# expect: range(3, 9, 2)
# expect: range(11, 11, 2)
# expect: range(7, 11, 2)
# expect: range(9, -1, -4)
# expect: range(2, 5)
# expect: range(6, 18, 6)
# lib: -3.12
