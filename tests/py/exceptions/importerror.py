def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

e = ImportError('m', name='n', path='p'); print(e, e.name, e.path, e.msg, e.args, repr(e))
t(lambda: ImportError().name)
t(lambda: ImportError('a').msg)
t(lambda: ImportError('a', 'b').msg)
t(lambda: ModuleNotFoundError('x', name='y').name)
t(lambda: ImportError('m', name_from='q').name_from)
t(lambda: ImportError('m', foo=1))
try: import no_mod_at_all
except ImportError as e: print(type(e).__name__, e, e.name, e.path)
try: from math import not_there
except ImportError as e: print(type(e).__name__, e.name, str(e).split('(')[0])

# expect: m n p m ('m',) ImportError('m')
# expect: None
# expect: 'a'
# expect: None
# expect: 'y'
# expect: 'q'
# expect: TypeError ImportError() got an unexpected keyword argument 'foo'
# expect: ModuleNotFoundError No module named 'no_mod_at_all' no_mod_at_all None
# expect: ImportError math cannot import name 'not_there' from 'math' 
