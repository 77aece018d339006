// set and frozenset: an open-addressing table read without a lock (objects/set.c).
#ifndef SKEIN_OBJECTS_SET_H
#define SKEIN_OBJECTS_SET_H

#include "objects/type.h"

SkValue sk_set_new(SkValue iterable /* or SK_EMPTY */) SK_MUST_USE;
SkValue sk_frozenset_new(SkValue iterable /* or SK_EMPTY */) SK_MUST_USE;
size_t sk_set_len(SkValue s);
int sk_set_contains(SkValue s, SkValue key);          // 1, 0, -1
bool sk_set_add(SkValue s, SkValue key) SK_MUST_USE;  // also fills a new frozenset
int sk_set_discard(SkValue s, SkValue key);           // 1: removed, 0: absent, -1
bool sk_set_update(SkValue s, SkValue iterable) SK_MUST_USE;
// *pos starts at 0; *key is a counted word.
bool sk_set_next(SkValue s, size_t *pos, SkValue *key);
SK_INLINE bool sk_is_any_set(SkValue v) { return sk_is_set(v) || sk_is_frozenset(v); }

#endif
