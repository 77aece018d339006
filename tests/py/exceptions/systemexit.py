def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: SystemExit().code)
t(lambda: SystemExit(3).code)
t(lambda: SystemExit(1, 2).code)
t(lambda: SystemExit('m').code)
t(lambda: repr(SystemExit(1)))
t(lambda: str(SystemExit(1)))
t(lambda: SystemExit([]).code)
t(lambda: isinstance(SystemExit(), Exception))
e = SystemExit(1); e.code = 7; print(e.code, e.args)

# expect: None
# expect: 3
# expect: (1, 2)
# expect: 'm'
# expect: 'SystemExit(1)'
# expect: '1'
# expect: []
# expect: False
# expect: 7 (1,)
