// tuple: immutable after construction.
#ifndef SKEIN_OBJECTS_TUPLE_H
#define SKEIN_OBJECTS_TUPLE_H

#include "objects/type.h"

typedef struct {
    SkObject header;
    _Atomic int64_t hash;  // 0: not computed; relaxed, idempotent
    size_t length;
    SkSlot items[];
} SkTuple;

SK_INLINE SkTuple *sk_as_tuple(SkValue v) { return (SkTuple *)sk_ptr(v); }
SK_INLINE size_t sk_tuple_len(SkValue v) { return sk_as_tuple(v)->length; }
// The item, kept alive by the tuple: for a caller that holds the tuple.
SK_INLINE SkValue sk_tuple_peek(SkValue v, size_t i) { return sk_slot_peek(&sk_as_tuple(v)->items[i]); }
// The item as a word to be returned or put in a register.
SK_INLINE SkValue sk_tuple_load(SkValue v, size_t i) { return sk_slot_load(sk_ptr(v), &sk_as_tuple(v)->items[i]); }

// A new tuple whose items are empty: fill each with sk_tuple_init before anything can run. NULL + MemoryError.
SkTuple *sk_tuple_alloc(size_t n) SK_MUST_USE;
SK_INLINE void sk_tuple_init(SkTuple *t, size_t i, SkValue counted) { sk_slot_init(&t->items[i], counted); }
SkValue sk_tuple_from(const SkValue *items, size_t n) SK_MUST_USE;         // retains the items
SkValue sk_tuple_steal(SkValue *items, size_t n) SK_MUST_USE;              // takes counted or borrowed words
// For iterators that yield tuples: as sk_tuple_steal, but while there is one thread the tuple is kept in `spare`, a slot of
// the iterator, and used again if nobody else has kept it.
SkValue sk_tuple_steal_into(SkSlot *spare, SkValue *items, size_t n) SK_MUST_USE;
// The same for two items, both counted or immediate.
SkValue sk_tuple_pair_into(SkSlot *spare, SkValue a, SkValue b) SK_MUST_USE;
SkValue sk_tuple_pack(size_t n, ...) SK_MUST_USE;                          // SkValue arguments, retained
SkValue sk_tuple_slice(SkValue t, size_t start, size_t end) SK_MUST_USE;
SkValue sk_empty_tuple(void);                                              // immortal

#endif
