#ifndef SKEIN_OBJECTS_WEAKREF_INTERNAL_H
#define SKEIN_OBJECTS_WEAKREF_INTERNAL_H

#include "objects/weakref.h"

// A reference or proxy of the given type. Reuses one without a callback where the type is exact.
SkValue sk_weakref_make(SkType *type, SkValue target, SkValue callback) SK_MUST_USE;
void sk_weakref_trace(SkObject *o, SkVisit visit, void *arg);
void sk_weakref_clear(SkObject *o);
void sk_weakref_destroy(SkObject *o);

#endif
