// Between GenericAlias and Union.
#ifndef SKEIN_OBJECTS_TYPING_INTERNAL_H
#define SKEIN_OBJECTS_TYPING_INTERNAL_H

#include "objects/str.h"

// Writes a type argument as it is to be read: "int", "collections.abc.Sized", "None", "...". False + exception.
bool sk_type_arg_repr(SkStrBuilder *b, SkValue v) SK_MUST_USE;
// True (1) if v is type-like and has a true attribute of that name; 0, -1.
int sk_has_true_attr(SkValue v, const char *name);

#endif
