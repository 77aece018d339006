// Counting by more than one at a time, for gc/stash.c.
#ifndef SKEIN_GC_COUNT_H
#define SKEIN_GC_COUNT_H

#include "gc/object.h"

// n more references to an object of which the caller holds one, and which is not this thread's own. False: its count is
// saturated, nobody counts it any more.
bool sk_count_take(SkObject *o, uint32_t n);
// Gives n references up. Runs no Python code: what dies is listed.
void sk_count_drop(SkObject *o, uint32_t n);

#endif
