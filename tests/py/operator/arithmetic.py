def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import operator as o
t(lambda: o.add(1, 2))
t(lambda: o.sub(5, 3))
t(lambda: o.mul(2, 'a'))
t(lambda: o.truediv(1, 2))
t(lambda: o.floordiv(7, 2))
t(lambda: o.mod(7, 3))
t(lambda: o.pow(2, 3))
t(lambda: o.neg(5))
t(lambda: o.pos(-5))
t(lambda: o.abs(-3))
t(lambda: o.invert(5))
t(lambda: o.lshift(1, 3))
t(lambda: o.rshift(8, 2))
t(lambda: o.and_(5, 3))
t(lambda: o.or_(5, 3))
t(lambda: o.xor(5, 3))
t(lambda: o.not_(0))
t(lambda: o.truth([]))
t(lambda: o.is_(None, None))
t(lambda: o.is_not(1, None))
t(lambda: o.index(True))
t(lambda: o.concat('a', 'b'))
t(lambda: o.is_none(None) if hasattr(o, 'is_none') and 0 else True)
t(lambda: o.add(1, 'a'))
t(lambda: o.concat(1, 2))
t(lambda: o.index(1.5))
t(lambda: o.matmul(1, 2))
t(lambda: o.add(1))

# expect: 3
# expect: 2
# expect: 'aa'
# expect: 0.5
# expect: 3
# expect: 1
# expect: 8
# expect: -5
# expect: -5
# expect: 3
# expect: -6
# expect: 8
# expect: 2
# expect: 1
# expect: 7
# expect: 6
# expect: True
# expect: False
# expect: True
# expect: True
# expect: 1
# expect: 'ab'
# expect: True
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError 'int' object can't be concatenated
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError unsupported operand type(s) for @: 'int' and 'int'
# expect: TypeError add expected 2 arguments, got 1
