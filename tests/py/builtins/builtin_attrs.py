def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: len.__name__)
t(lambda: len.__qualname__)
t(lambda: len.__module__)
t(lambda: len.__self__.__name__)
t(lambda: type(len).__name__)
t(lambda: int.__name__)
t(lambda: int.__module__)
t(lambda: print.__text_signature__ is not None)
t(lambda: len.__doc__ is not None)
t(lambda: len == len)
t(lambda: hash(len) == hash(len))
t(lambda: repr(print))
t(lambda: repr(int))
t(lambda: len.__call__('ab'))
t(lambda: sorted.__name__)
t(lambda: [].append.__qualname__)
t(lambda: str.join.__qualname__)
t(lambda: dict.fromkeys.__qualname__)
t(lambda: type(str.join).__name__)
t(lambda: type(dict.fromkeys).__name__)
t(lambda: str.__dict__['join'].__name__)
t(lambda: len.__reduce__())
t(lambda: len.x)
try: len.x = 1
except AttributeError as e: print(e)
try: len.__name__ = 'a'
except AttributeError as e: print(e)
t(lambda: type(len)())

# expect: 'len'
# expect: 'len'
# expect: 'builtins'
# expect: 'builtins'
# expect: 'builtin_function_or_method'
# expect: 'int'
# expect: 'builtins'
# expect: True
# expect: True
# expect: True
# expect: True
# expect: '<built-in function print>'
# expect: "<class 'int'>"
# expect: 2
# expect: 'sorted'
# expect: 'list.append'
# expect: 'str.join'
# expect: 'dict.fromkeys'
# expect: 'method_descriptor'
# expect: 'builtin_function_or_method'
# expect: 'join'
# expect: 'len'
# expect: AttributeError 'builtin_function_or_method' object has no attribute 'x'
# expect: 'builtin_function_or_method' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: attribute '__name__' of 'builtin_function_or_method' objects is not writable
# expect: TypeError cannot create 'builtin_function_or_method' instances
