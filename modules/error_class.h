// Exception classes of native modules.
#ifndef SKEIN_MODULES_ERROR_CLASS_H
#define SKEIN_MODULES_ERROR_CLASS_H

#include "objects/type.h"

// Where a module keeps a class of its own: filled by the first import, never changed.
typedef struct {
    _Atomic(SkObject *) type;
} SkErrorClass;

// Requires that the module has been imported. PAIR(error-class)
SK_INLINE SkType *sk_error_class(SkErrorClass *c) { return (SkType *)sk_load_acquire(&c->type); }

// Adds the class to a module, making it (immortal) if no import has. name: "zlib.error"; doc may be NULL.
bool sk_add_error_class(SkValue module, SkErrorClass *c, const char *name, SkType *base, const char *doc) SK_MUST_USE;

#endif
