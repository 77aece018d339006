def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: bytearray().nope)
t(lambda: bytearray(b'a').append(1, 2))
t(lambda: bytearray(b'a') + 'b')
t(lambda: bytearray(b'a') - b'a')
t(lambda: bytearray(b'1') * 'x')
t(lambda: bytearray(b'abc').index(b'z'))
t(lambda: bytearray(b'abc').join(['a']))
t(lambda: int(bytearray(b'12')))
t(lambda: float(bytearray(b'1.5')))
t(lambda: bytearray(b'x').__add__(b'y'))
t(lambda: bytearray().__len__())
t(lambda: bytearray(b'a').__contains__(97))
t(lambda: bytearray(b'ab').__getitem__(slice(0, 1)))
t(lambda: bytearray.__hash__)

# expect: AttributeError 'bytearray' object has no attribute 'nope'
# expect: TypeError bytearray.append() takes exactly one argument (2 given)
# expect: TypeError can't concat str to bytearray
# expect: TypeError unsupported operand type(s) for -: 'bytearray' and 'bytes'
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: ValueError subsection not found
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: 12
# expect: 1.5
# expect: bytearray(b'xy')
# expect: 0
# expect: True
# expect: bytearray(b'a')
# expect: None
