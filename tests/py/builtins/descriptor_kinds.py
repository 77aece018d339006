# What the parts of built-in types are, how they show themselves, and their signatures.
import inspect
import os
import sys
import time

for value in (list.append, list.__len__, [].append, [].__len__, dict.fromkeys, dict.__dict__["fromkeys"], len,
              int.real, os.stat_result.st_mode, type.__dict__["__base__"], complex.real, slice.start, int.__new__,
              str.maketrans, time.struct_time.tm_year, type(lambda: 0).__dict__["__code__"], type(list.append).__name__):
    text = repr(value)
    print(type(value).__name__, text.partition(" at 0x")[0])

for t in (list, dict, int, float, property, enumerate, map, filter, zip, reversed, object, super, memoryview):
    try:
        print(t.__name__, inspect.signature(t), type(t.__doc__).__name__)
    except ValueError as e:
        print(e)

for f in (list.append, [].append, list.__len__, list.__setitem__, [].__contains__, int.__add__, dict.__contains__, object.__new__,
          object.__init_subclass__, sorted, print, type.__call__, slice.indices, property.__get__):
    print(f.__name__, f.__qualname__, f.__text_signature__, inspect.signature(f))

print(list.__add__.__doc__, list.__len__.__doc__, int.__radd__.__doc__, object.__repr__.__doc__)
print(list.append.__objclass__, list.__len__.__objclass__, [].__len__.__objclass__)

for action in ("os.stat('/').st_mode = 1", "(1j).real = 2", "type.__dict__['__base__'].__set__(int, 1)", "len.__module__ = 1", "list.append.__name__ = 1"):
    try:
        exec(action)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)

# expect: method_descriptor <method 'append' of 'list' objects>
# expect: wrapper_descriptor <slot wrapper '__len__' of 'list' objects>
# expect: builtin_function_or_method <built-in method append of list object
# expect: method-wrapper <method-wrapper '__len__' of list object
# expect: builtin_function_or_method <built-in method fromkeys of type object
# expect: classmethod_descriptor <method 'fromkeys' of 'dict' objects>
# expect: builtin_function_or_method <built-in function len>
# expect: getset_descriptor <attribute 'real' of 'int' objects>
# expect: member_descriptor <member 'st_mode' of 'os.stat_result' objects>
# expect: member_descriptor <member '__base__' of 'type' objects>
# expect: member_descriptor <member 'real' of 'complex' objects>
# expect: member_descriptor <member 'start' of 'slice' objects>
# expect: builtin_function_or_method <built-in method __new__ of type object
# expect: builtin_function_or_method <built-in method maketrans of type object
# expect: member_descriptor <member 'tm_year' of 'time.struct_time' objects>
# expect: getset_descriptor <attribute '__code__' of 'function' objects>
# expect: str 'method_descriptor'
# expect: list (iterable=(), /) str
# expect: no signature found for builtin type <class 'dict'>
# expect: no signature found for builtin type <class 'int'>
# expect: float (x=0, /) str
# expect: property (fget=None, fset=None, fdel=None, doc=None) str
# expect: enumerate (iterable, start=0) str
# expect: map (function, iterable, /, *iterables, strict=False) str
# expect: filter (function, iterable, /) str
# expect: zip (*iterables, strict=False) str
# expect: reversed (sequence, /) str
# expect: object () str
# expect: no signature found for builtin type <class 'super'>
# expect: memoryview (object) str
# expect: append list.append ($self, object, /) (self, object, /)
# expect: append list.append ($self, object, /) (object, /)
# expect: __len__ list.__len__ ($self, /) (self, /)
# expect: __setitem__ list.__setitem__ ($self, key, value, /) (self, key, value, /)
# expect: __contains__ list.__contains__ ($self, key, /) (key, /)
# expect: __add__ int.__add__ ($self, value, /) (self, value, /)
# expect: __contains__ dict.__contains__ ($self, key, /) (self, key, /)
# expect: __new__ object.__new__ ($type, *args, **kwargs) (*args, **kwargs)
# expect: __init_subclass__ object.__init_subclass__ ($type, /) ()
# expect: sorted sorted ($module, iterable, /, *, key=None, reverse=False) (iterable, /, *, key=None, reverse=False)
# expect: print print ($module, /, *args, sep=' ', end='\n', file=None, flush=False) (*args, sep=' ', end='\n', file=None, flush=False)
# expect: __call__ type.__call__ ($self, /, *args, **kwargs) (self, /, *args, **kwargs)
# expect: indices slice.indices ($self, object, /) (self, object, /)
# expect: __get__ property.__get__ ($self, instance, owner=None, /) (self, instance, owner=None, /)
# expect: Return self+value. Return len(self). Return value+self. Return repr(self).
# expect: <class 'list'> <class 'list'> <class 'list'>
# expect: AttributeError readonly attribute
# expect: AttributeError readonly attribute
# expect: AttributeError readonly attribute
# expect: AttributeError readonly attribute
