// typing.Union: int | str. Immutable; members without duplicates.
#ifndef SKEIN_OBJECTS_UNION_H
#define SKEIN_OBJECTS_UNION_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    SkSlot args;        // tuple
    SkSlot hashable;    // frozenset of the members that can be hashed; empty: they are all in args
    SkSlot unhashable;  // tuple of the others, or empty
    SkSlot parameters;  // tuple; computed on demand: empty until then
} SkUnion;

SK_INLINE bool sk_is_union(SkValue v) { return sk_has_index(v, SK_T_UNION); }

// a | b for types, None, aliases, unions; SK_NOT_IMPLEMENTED if an operand is nothing of that kind. The `|`
// slot of type, GenericAlias, Union, TypeVar.
SkValue sk_union_or(SkValue a, SkValue b) SK_MUST_USE;
// Union[args]: one argument or a tuple. A union, or the one member that is left.
SkValue sk_union_from(SkValue args) SK_MUST_USE;

#endif
