import traceback, sys
def a(): b()
def b(): raise ValueError('x')
try: a()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
    print(names)
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)])
    print(sys.exc_info()[1] is e, sys.exception() is e)
    print(traceback.format_exception_only(e))
    x = e.with_traceback(None); print(x is e, e.__traceback__)
print(sys.exc_info(), sys.exception())
for bad in (5, 'x'):
    try: ValueError().with_traceback(bad)
    except TypeError as e: print(e)
try: ValueError().__traceback__ = 5
except TypeError as e: print(e)
try: ValueError().__cause__ = 5
except TypeError as e: print(e)
try: ValueError().__context__ = 'x'
except TypeError as e: print(e)

# expect: [('<module>', 4), ('a', 2), ('b', 3)]
# expect: [('<module>', 4, 'try: a()'), ('a', 2, 'def a(): b()'), ('b', 3, "def b(): raise ValueError('x')")]
# expect: True True
# expect: ['ValueError: x\n']
# expect: True None
# expect: (None, None, None) None
# expect: __traceback__ must be a traceback or None
# expect: __traceback__ must be a traceback or None
# expect: __traceback__ must be a traceback or None
# expect: exception cause must be None or derive from BaseException
# expect: exception context must be None or derive from BaseException
