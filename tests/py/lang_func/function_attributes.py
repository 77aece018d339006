def f(a: int, b=1, *c, d=2, **e) -> str:
    """doc"""
    return a
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__)
print(f.__annotations__, f.__dict__, f.__closure__, f.__globals__ is globals(), f.__type_params__)
f.attr = 1; f.__dict__['other'] = 2
print(f.attr, f.other, sorted(vars(f)))
del f.attr
try: f.attr
except AttributeError as e: print(e)
f.__name__ = 'renamed'; f.__qualname__ = 'Q.renamed'
print(repr(f).split(' at ')[0])
c = f.__code__
print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_varnames, c.co_flags & 12, c.co_nlocals)
for s in ['f.__name__ = 1', 'f.__code__ = 1', 'f.__dict__ = 1', 'f.__annotations__ = 1', 'f.__globals__ = {}', 'f.__kwdefaults__ = 1', 'del f.__name__', 'del f.__code__']:
    try: exec(s)
    except (TypeError, AttributeError) as e: print(s, '|', type(e).__name__, e)
def g(): return 'g'
f.__code__ = g.__code__
print(f())

# expect: f f __main__ doc (1,) {'d': 2}
# expect: {'a': <class 'int'>, 'return': <class 'str'>} {} None True ()
# expect: 1 2 ['attr', 'other']
# expect: 'function' object has no attribute 'attr'
# expect: <function Q.renamed
# expect: f 2 1 0 ('a', 'b', 'd', 'c', 'e') 12 5
# expect: f.__name__ = 1 | TypeError __name__ must be set to a string object
# expect: f.__code__ = 1 | TypeError __code__ must be set to a code object
# expect: f.__dict__ = 1 | TypeError __dict__ must be set to a dictionary, not a 'int'
# expect: f.__annotations__ = 1 | TypeError __annotations__ must be set to a dict object
# expect: f.__globals__ = {} | AttributeError readonly attribute
# expect: f.__kwdefaults__ = 1 | TypeError __kwdefaults__ must be set to a dict object
# expect: del f.__name__ | TypeError __name__ must be set to a string object
# expect: del f.__code__ | TypeError __code__ must be set to a code object
# expect: g
