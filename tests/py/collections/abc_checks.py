def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import collections.abc as a
class Sized:
    def __len__(s): return 0
class It:
    def __iter__(s): return s
    def __next__(s): raise StopIteration
class Co:
    def __contains__(s, x): return True
t(lambda: isinstance(Sized(), a.Sized))
t(lambda: isinstance(It(), a.Iterator))
t(lambda: isinstance(It(), a.Iterable))
t(lambda: isinstance(Co(), a.Container))
t(lambda: issubclass(It, a.Generator))
t(lambda: isinstance([], a.MutableSequence))
t(lambda: isinstance((), a.Hashable))
t(lambda: isinstance([], a.Hashable))
t(lambda: isinstance(lambda: 0, a.Callable))
t(lambda: issubclass(dict, a.Mapping))
t(lambda: issubclass(a.Set, a.Collection))
t(lambda: isinstance({}.keys(), a.Set))
t(lambda: isinstance('a', a.ByteString) if hasattr(a, 'ByteString') and 0 else False)
t(lambda: a.Sequence())
t(lambda: type('S', (a.Sequence,), {'__len__': lambda s: 1})())
S = type('S', (a.Sequence,), {'__len__': lambda s: 3, '__getitem__': lambda s, i: 'abc'[i]})
s = S(); print(list(s), 'b' in s, s.index('c'), s.count('a'), list(reversed(s)))
t(lambda: s.index('z'))
class NoHash: __hash__ = None
t(lambda: isinstance(NoHash(), a.Hashable))

# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: TypeError Can't instantiate abstract class Sequence without an implementation for abstract methods '__getitem__', '__len__'
# expect: TypeError Can't instantiate abstract class S without an implementation for abstract method '__getitem__'
# expect: ['a', 'b', 'c'] True 2 1 ['c', 'b', 'a']
# expect: ValueError 
# expect: False
