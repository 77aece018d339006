def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

e = ValueError('v'); e.add_note('a'); e.add_note('b')
t(lambda: e.__notes__)
t(lambda: vars(e))
t(lambda: e.args)
t(lambda: repr(e))
t(lambda: e.add_note('c'))
t(lambda: e.add_note(5))
t(lambda: e.add_note())
import traceback; print(''.join(traceback.format_exception_only(e)))
del e.__notes__; print(hasattr(e, '__notes__'))
e.__notes__ = ['x', 'y']; print(traceback.format_exception_only(e))
e.__notes__ = 5; print([line.rstrip() for line in traceback.format_exception_only(e)])

# expect: ['a', 'b']
# expect: {'__notes__': ['a', 'b']}
# expect: ('v',)
# expect: "ValueError('v')"
# expect: None
# expect: TypeError note must be a str, not 'int'
# expect: TypeError BaseException.add_note() takes exactly one argument (0 given)
# expect: ValueError: v
# expect: a
# expect: b
# expect: c
# expect:
# expect: False
# expect: ['ValueError: v\n', 'x\n', 'y\n']
# expect: ['ValueError: v', '5']
