import collections.abc as c
objs = [1, 1.0, 'a', b'b', [], (), {}, set(), frozenset(), range(1), None, len, iter([]), (x for x in ()), {}.keys(), object(), int, bytearray(), memoryview(b''), {}.items(), {}.values(), zip(), map(str, []), open]
abcs = [c.Hashable, c.Iterable, c.Iterator, c.Sized, c.Container, c.Callable, c.Sequence, c.MutableSequence, c.Mapping, c.MutableMapping, c.Set, c.MutableSet, c.Collection, c.Reversible, c.Generator, c.KeysView, c.ItemsView, c.ValuesView]
for o in objs: print(type(o).__name__, ' '.join(a.__name__ for a in abcs if isinstance(o, a)))

# expect: int Hashable
# expect: float Hashable
# expect: str Hashable Iterable Sized Container Sequence Collection Reversible
# expect: bytes Hashable Iterable Sized Container Sequence Collection Reversible
# expect: list Iterable Sized Container Sequence MutableSequence Collection Reversible
# expect: tuple Hashable Iterable Sized Container Sequence Collection Reversible
# expect: dict Iterable Sized Container Mapping MutableMapping Collection Reversible
# expect: set Iterable Sized Container Set MutableSet Collection
# expect: frozenset Hashable Iterable Sized Container Set Collection
# expect: range Hashable Iterable Sized Container Sequence Collection Reversible
# expect: NoneType Hashable
# expect: builtin_function_or_method Hashable Callable
# expect: list_iterator Hashable Iterable Iterator
# expect: generator Hashable Iterable Iterator Generator
# expect: dict_keys Iterable Sized Container Set Collection Reversible KeysView
# expect: object Hashable
# expect: type Hashable Callable
# expect: bytearray Iterable Sized Container Sequence MutableSequence Collection Reversible
# expect: memoryview Hashable Iterable Sized Container Sequence Collection Reversible
# expect: dict_items Iterable Sized Container Set Collection Reversible ItemsView
# expect: dict_values Hashable Iterable Sized Container Collection Reversible ValuesView
# expect: zip Hashable Iterable Iterator
# expect: map Hashable Iterable Iterator
# expect: builtin_function_or_method Hashable Callable
