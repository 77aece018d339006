def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = b'abc'
t(lambda: bytes(b) is b)
t(lambda: b[:] is b)
t(lambda: b + b'' is b or True)
t(lambda: b.strip() == b)
t(lambda: b'' is bytes() or True)
t(lambda: b.__sizeof__() > 0)
t(lambda: bytes(b'' for _ in ()) if 0 else 1)
t(lambda: b'%s' % b == b)
t(lambda: b.join([]) == b'')

# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: 1
# expect: True
# expect: True
