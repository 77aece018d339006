// Keeps repr from descending into an object it is already in: a list of objects in progress for each thread.
#ifndef SKEIN_OBJECTS_REPR_GUARD_H
#define SKEIN_OBJECTS_REPR_GUARD_H

#include "gc/value.h"

// 0: entered, call sk_repr_leave afterwards; 1: v is already in progress; -1: MemoryError is set.
int sk_repr_enter(SkValue v);
void sk_repr_leave(SkValue v);

#endif
