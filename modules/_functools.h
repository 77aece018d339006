// What the files of _functools share.
#ifndef SKEIN_MODULES__FUNCTOOLS_H
#define SKEIN_MODULES__FUNCTOOLS_H

#include "objects/type.h"

extern SkType sk_partial_type, sk_placeholder_type, sk_lru_cache_type;
// functools.Placeholder: immortal.
SkValue sk_placeholder(void);
SK_INLINE bool sk_is_placeholder(SkValue v) { return sk_is_ptr(v) && sk_ptr_type(sk_ptr(v)) == &sk_placeholder_type; }
// Once, when the module is made. False: exception.
bool sk_placeholder_init(void) SK_MUST_USE;
bool sk_lru_cache_init(void) SK_MUST_USE;

#endif
