// range: immutable; its numbers may be of any size.
#ifndef SKEIN_OBJECTS_RANGE_H
#define SKEIN_OBJECTS_RANGE_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    SkSlot start, stop, step, length;  // exact ints, never change
} SkRange;

typedef struct {
    SkObject header;
    int64_t step;
    _Atomic int64_t next;       // the next value to be handed out; advanced by compare-and-swap
    int64_t end;                // the value at which the iteration is over: start + length * step
} SkRangeIter;

SK_INLINE bool sk_is_range(SkValue v) { return sk_has_index(v, SK_T_RANGE); }

// range(start, stop, step), all exact ints, step not zero. Retains.
SkValue sk_range_new(SkValue start, SkValue stop, SkValue step) SK_MUST_USE;
// True if start, step, length and start + length * step fit int64: what loops over it in registers need.
bool sk_range_small(SkValue range, int64_t *start, int64_t *step, int64_t *length);

#endif
