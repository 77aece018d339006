// What the files of _collections share.
#ifndef SKEIN_MODULES__COLLECTIONS_H
#define SKEIN_MODULES__COLLECTIONS_H

#include "objects/type.h"

// A ring of slots: those outside start .. start + length are empty. Carries its own capacity, and is not written after it
// was replaced.
typedef struct {
    size_t capacity;   // a power of two
    SkSlot items[];
} SkDequeRing;

// Everything but the length is read and written under the lock; the collector looks at `ring` without it.
typedef struct {
    SkObject header;
    _Atomic(SkDequeRing *) ring;   // NULL while nothing was ever put in
    size_t start;
    _Atomic size_t length;
    int64_t maxlen;                // -1: none. Set by __init__
    uint64_t changes;              // additions and removals
} SkDeque;

extern SkType sk_deque_type, sk_deque_iter_type, sk_deque_reverse_iter_type, sk_defaultdict_type, sk_tuplegetter_type, sk_ordered_dict_type;

// Adds OrderedDict to the module. False + exception.
bool sk_ordered_dict_add(SkValue module) SK_MUST_USE;

SK_INLINE SkDeque *sk_as_deque(SkValue v) { return (SkDeque *)sk_ptr(v); }
SK_INLINE bool sk_is_deque(SkValue v) { return sk_is_ptr(v) && sk_is_instance_of(v, &sk_deque_type); }
SK_INLINE size_t sk_deque_len(SkValue v) { return sk_load_relaxed(&sk_as_deque(v)->length); }

// The word at i; SK_EMPTY if i is out of range, or if the deque's `changes` is not `changes` (NULL: any); then *changed is set.
SkValue sk_deque_load(SkDeque *d, size_t i, const uint64_t *changes, bool *changed);
uint64_t sk_deque_changes(SkDeque *d);
// iter(d), reversed(d)
SkValue sk_deque_iter(SkValue d);
SkValue sk_deque_reversed(SkValue d);

#endif
