def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

e = UnicodeDecodeError('utf-8', b'abc\xff', 3, 4, 'bad'); print(e); print(repr(e)); print(e.args)
e.end = 5; e.reason = 'worse'; print(e); e.start = 0; print(e)
e = UnicodeEncodeError('ascii', 'aé日', 1, 2, 'r'); print(e); e.end = 3; print(e)
e = UnicodeTranslateError('aé', 1, 2, 'r'); print(e, e.reason, e.start)
t(lambda: UnicodeDecodeError('a'))
t(lambda: UnicodeDecodeError('utf-8', 'str', 0, 1, 'r'))
t(lambda: UnicodeEncodeError(1, 'a', 0, 1, 'r'))
t(lambda: UnicodeError('x').args)
t(lambda: isinstance(e, ValueError))
t(lambda: str(UnicodeError('x')))

# expect: 'utf-8' codec can't decode byte 0xff in position 3: bad
# expect: UnicodeDecodeError('utf-8', b'abc\xff', 3, 4, 'bad')
# expect: ('utf-8', b'abc\xff', 3, 4, 'bad')
# expect: 'utf-8' codec can't decode bytes in position 3-4: worse
# expect: 'utf-8' codec can't decode bytes in position 0-4: worse
# expect: 'ascii' codec can't encode character '\xe9' in position 1: r
# expect: 'ascii' codec can't encode characters in position 1-2: r
# expect: can't translate character '\xe9' in position 1: r r 1
# expect: TypeError function takes exactly 5 arguments (1 given)
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError argument 1 must be str, not int
# expect: ('x',)
# expect: True
# expect: 'x'
