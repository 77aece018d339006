vals = [0, 1, -1, 0.0, 0.1, '', ' ', [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, True, False, b'', b'0', range(0), range(1), 0j, 1j, ...]
print([bool(v) for v in vals])
print(True + True, True * 5, True == 1, True is (1 == 1), isinstance(True, int))
print(True & False, True | False, True ^ True, type(True & 1), type(True & True), ~False)
print(str(True), repr(False), int(True), float(True), hash(True))
print(True < 2, False == 0.0, {1: 'a', True: 'b', 1.0: 'c'})
print([10, 20][True], 'ab'[False], 'x' * True)
print(sum([True, True, False]), bool('False'), bool(bool))
try:
    class B(bool): pass
except TypeError as e: print(e)
print(bool.__mro__, bool(), True.real, True.numerator, (True).bit_length())

# expect: [False, True, True, False, True, False, True, False, True, False, True, False, True, False, True, False, True, False, False, True, False, True, False, True, True]
# expect: 2 5 True True True
# expect: False True False <class 'int'> <class 'bool'> -1
# expect: True False 1 1.0 1
# expect: True True {1: 'c'}
# expect: 20 a x
# expect: 2 True True
# expect: type 'bool' is not an acceptable base type
# expect: (<class 'bool'>, <class 'int'>, <class 'object'>) False 1 1 1
