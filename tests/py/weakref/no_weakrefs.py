# Instances with items of their own, and of their subclasses, have no weak references, and no slots either.
import weakref
for b in (int, tuple, bytes, str, float, list, dict, frozenset, type):
    c = type('C', (b,), {})
    try:
        weakref.ref(c() if b is not type else c('z', (), {}))
        print(b.__name__, 'ok', hasattr(c, '__weakref__'))
    except TypeError as e:
        print(b.__name__, e, hasattr(c, '__weakref__'))
    for base in b, c:
        for s in (('__weakref__',), ('__dict__',), ('a',), ()):
            try:
                type('D', (base,), {'__slots__': s})
                print('  ', s, 'ok')
            except TypeError as e:
                print('  ', s, e)

# expect: int cannot create weak reference to 'C' object False
# expect:    ('__weakref__',) nonempty __slots__ not supported for subtype of 'int'
# expect:    ('__dict__',) nonempty __slots__ not supported for subtype of 'int'
# expect:    ('a',) nonempty __slots__ not supported for subtype of 'int'
# expect:    () ok
# expect:    ('__weakref__',) nonempty __slots__ not supported for subtype of 'C'
# expect:    ('__dict__',) nonempty __slots__ not supported for subtype of 'C'
# expect:    ('a',) nonempty __slots__ not supported for subtype of 'C'
# expect:    () ok
# expect: tuple cannot create weak reference to 'C' object False
# expect:    ('__weakref__',) nonempty __slots__ not supported for subtype of 'tuple'
# expect:    ('__dict__',) nonempty __slots__ not supported for subtype of 'tuple'
# expect:    ('a',) nonempty __slots__ not supported for subtype of 'tuple'
# expect:    () ok
# expect:    ('__weakref__',) nonempty __slots__ not supported for subtype of 'C'
# expect:    ('__dict__',) nonempty __slots__ not supported for subtype of 'C'
# expect:    ('a',) nonempty __slots__ not supported for subtype of 'C'
# expect:    () ok
# expect: bytes cannot create weak reference to 'C' object False
# expect:    ('__weakref__',) nonempty __slots__ not supported for subtype of 'bytes'
# expect:    ('__dict__',) nonempty __slots__ not supported for subtype of 'bytes'
# expect:    ('a',) nonempty __slots__ not supported for subtype of 'bytes'
# expect:    () ok
# expect:    ('__weakref__',) nonempty __slots__ not supported for subtype of 'C'
# expect:    ('__dict__',) nonempty __slots__ not supported for subtype of 'C'
# expect:    ('a',) nonempty __slots__ not supported for subtype of 'C'
# expect:    () ok
# expect: str ok True
# expect:    ('__weakref__',) ok
# expect:    ('__dict__',) ok
# expect:    ('a',) ok
# expect:    () ok
# expect:    ('__weakref__',) __weakref__ slot disallowed: we already got one
# expect:    ('__dict__',) __dict__ slot disallowed: we already got one
# expect:    ('a',) ok
# expect:    () ok
# expect: float ok True
# expect:    ('__weakref__',) ok
# expect:    ('__dict__',) ok
# expect:    ('a',) ok
# expect:    () ok
# expect:    ('__weakref__',) __weakref__ slot disallowed: we already got one
# expect:    ('__dict__',) __dict__ slot disallowed: we already got one
# expect:    ('a',) ok
# expect:    () ok
# expect: list ok True
# expect:    ('__weakref__',) ok
# expect:    ('__dict__',) ok
# expect:    ('a',) ok
# expect:    () ok
# expect:    ('__weakref__',) __weakref__ slot disallowed: we already got one
# expect:    ('__dict__',) __dict__ slot disallowed: we already got one
# expect:    ('a',) ok
# expect:    () ok
# expect: dict ok True
# expect:    ('__weakref__',) ok
# expect:    ('__dict__',) ok
# expect:    ('a',) ok
# expect:    () ok
# expect:    ('__weakref__',) __weakref__ slot disallowed: we already got one
# expect:    ('__dict__',) __dict__ slot disallowed: we already got one
# expect:    ('a',) ok
# expect:    () ok
# expect: frozenset ok False
# expect:    ('__weakref__',) __weakref__ slot disallowed: we already got one
# expect:    ('__dict__',) ok
# expect:    ('a',) ok
# expect:    () ok
# expect:    ('__weakref__',) __weakref__ slot disallowed: we already got one
# expect:    ('__dict__',) __dict__ slot disallowed: we already got one
# expect:    ('a',) ok
# expect:    () ok
# expect: type ok False
# expect:    ('__weakref__',) nonempty __slots__ not supported for subtype of 'type'
# expect:    ('__dict__',) nonempty __slots__ not supported for subtype of 'type'
# expect:    ('a',) nonempty __slots__ not supported for subtype of 'type'
# expect:    () ok
# expect:    ('__weakref__',) nonempty __slots__ not supported for subtype of 'C'
# expect:    ('__dict__',) nonempty __slots__ not supported for subtype of 'C'
# expect:    ('a',) nonempty __slots__ not supported for subtype of 'C'
# expect:    () ok
