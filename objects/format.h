// Formatting: the mini-language of format specifications, the % operator, and str.format.
#ifndef SKEIN_OBJECTS_FORMAT_H
#define SKEIN_OBJECTS_FORMAT_H

#include "objects/type.h"

// `__format__` of the built-in types. v: an instance of the type or of a subclass; spec: a str. New.
SkValue sk_format_str(SkValue v, SkValue spec) SK_MUST_USE;
SkValue sk_format_int(SkValue v, SkValue spec) SK_MUST_USE;      // int and bool
SkValue sk_format_float(SkValue v, SkValue spec) SK_MUST_USE;
SkValue sk_format_complex(SkValue v, SkValue spec) SK_MUST_USE;

// str.format(*args, **kwargs): args are nargs positional ones followed by those named in kwnames (tuple or SK_EMPTY).
SkValue sk_str_format_call(SkValue self, const SkValue *args, size_t nargs, SkValue kwnames);
// str.format_map(mapping).
SkValue sk_str_format_map(SkValue self, SkValue mapping);

// bytes % args, for bytes and bytearray: the result has the type of the format. (sk_str_mod: objects/str.h)
SkValue sk_bytes_mod(SkValue format, SkValue args) SK_MUST_USE;

#endif
