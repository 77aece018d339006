// types.GenericAlias: list[int]. Immutable.
#ifndef SKEIN_OBJECTS_GENERIC_ALIAS_H
#define SKEIN_OBJECTS_GENERIC_ALIAS_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    SkSlot origin;
    SkSlot args;        // tuple
    SkSlot parameters;  // tuple; computed on demand: empty until then
    bool starred;       // *tuple[int, ...]
} SkGenericAlias;

SK_INLINE bool sk_is_generic_alias(SkValue v) {
    return sk_is_ptr(v) && (sk_has_index(v, SK_T_GENERIC_ALIAS) || sk_is_instance_of(v, &sk_generic_alias_type));
}

// origin[args]; args that is no tuple is the only argument. Retains. Serves as a `__class_getitem__` method
// (SK_ONEARG | SK_CLASS_METHOD).
SkValue sk_generic_alias_new(SkValue origin, SkValue args) SK_MUST_USE;

// The type variables in a tuple of arguments, each once, as a new tuple.
SkValue sk_generic_parameters(SkValue args) SK_MUST_USE;
// args with parameters replaced by item (one argument or a tuple of them): a new tuple. self: for messages.
SkValue sk_generic_substitute(SkValue self, SkValue args, SkValue parameters, SkValue item) SK_MUST_USE;

#endif
