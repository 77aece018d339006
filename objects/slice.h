// slice objects, and the arithmetic of slicing.
#ifndef SKEIN_OBJECTS_SLICE_H
#define SKEIN_OBJECTS_SLICE_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    SkSlot start, stop, step;  // never empty, never change
} SkSlice;

SK_INLINE bool sk_is_slice(SkValue v) { return sk_has_index(v, SK_T_SLICE); }

// Retains its arguments; SK_EMPTY stands for None.
SkValue sk_slice_new(SkValue start, SkValue stop, SkValue step) SK_MUST_USE;
// The three numbers, None replaced by what means the end of the sequence, too large ones clipped. Runs
// __index__ methods, so take the sequence's length afterwards. False + ValueError "slice step cannot be zero", TypeError.
// The same of three values that are None or small ints, as they mostly are; false, without an exception: they are not.
bool sk_slice_small(const SkValue parts[3], int64_t *start, int64_t *stop, int64_t *step);
bool sk_slice_unpack(SkValue slice, int64_t *start, int64_t *stop, int64_t *step) SK_MUST_USE;
// Fits unpacked numbers to a sequence of len items; the number of items selected. The i-th is at start + i * step.
int64_t sk_slice_adjust(int64_t len, int64_t *start, int64_t *stop, int64_t step);
// An argument such as list.index's start: converted, clipped, a negative one counted from length and raised to 0.
bool sk_slice_bound(SkValue v, int64_t length, int64_t *out) SK_MUST_USE;
// slice.indices(length) for numbers of any size; length: an exact int. Counted exact ints. False with an exception.
bool sk_slice_indices(SkValue slice, SkValue length, SkValue *start, SkValue *stop, SkValue *step) SK_MUST_USE;

#endif
