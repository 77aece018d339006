import traceback
def f(): raise ValueError('x')
try: f()
except ValueError as e:
    print(traceback.format_exception_only(e), [s.name for s in traceback.extract_tb(e.__traceback__)], len(traceback.format_exception(e)) > 2)
    te = traceback.TracebackException.from_exception(e); print(te.exc_type_str if hasattr(te, 'exc_type_str') else 'ValueError', str(te), list(te.format_exception_only()))
print([s.name for s in traceback.extract_stack()], traceback.format_list([('f.py', 1, 'fn', 'code')]))

# expect: ['ValueError: x\n'] ['<module>', 'f'] True
# expect: ValueError x ['ValueError: x\n']
# expect: ['<module>'] ['  File "f.py", line 1, in fn\n    code\n']
