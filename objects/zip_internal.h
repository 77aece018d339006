// What zip and map share: a tuple of iterators walked in step.
#ifndef SKEIN_OBJECTS_ZIP_INTERNAL_H
#define SKEIN_OBJECTS_ZIP_INTERNAL_H

#include "objects/type.h"

// A new tuple of iter(v) of n values.
SkValue sk_iterators_of(const SkValue *values, size_t n) SK_MUST_USE;
// The next item of each iterator into out[] (counted). False: the end, or an exception; nothing is left in out then.
// name: "zip" or "map", for the messages of strict.
bool sk_iterators_next(const char *name, SkValue iterators, bool strict, SkValue *out) SK_MUST_USE;
// The value of strict=, the only keyword argument; false with TypeError if there is another.
bool sk_parse_strict(const char *name, const SkValue *kwvalues, SkValue kwnames, bool *strict) SK_MUST_USE;

#endif
