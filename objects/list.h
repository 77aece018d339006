// list. Readers take no lock: they load the array pointer (which carries its capacity), the length and the
// slot, and borrow. Writers hold the list's lock. An array that a reader of a SHARED list may hold is never
// written after it was replaced, and is retired.
#ifndef SKEIN_OBJECTS_LIST_H
#define SKEIN_OBJECTS_LIST_H

#include "objects/type.h"

typedef struct {
    size_t capacity;
    SkSlot items[];
} SkListArray;

typedef struct {
    SkObject header;
    _Atomic(SkListArray *) array;  // never NULL; the shared empty array has capacity 0
    _Atomic size_t length;         // at most array->capacity, in the order in which writers publish
} SkList;

SK_INLINE SkList *sk_as_list(SkValue v) { return (SkList *)sk_ptr(v); }
SK_INLINE size_t sk_list_len(SkValue v) { return sk_load_relaxed(&sk_as_list(v)->length); }

SkValue sk_list_new(size_t capacity) SK_MUST_USE;                      // empty
SkValue sk_list_from(const SkValue *items, size_t n) SK_MUST_USE;      // retains
SkValue sk_list_steal(SkValue *items, size_t n) SK_MUST_USE;           // takes words
bool sk_list_append(SkValue list, SkValue v) SK_MUST_USE;              // retains v
bool sk_list_append_steal(SkValue list, SkValue v) SK_MUST_USE;        // takes the word, also on failure
bool sk_list_insert(SkValue list, int64_t i, SkValue v) SK_MUST_USE;
bool sk_list_extend(SkValue list, SkValue iterable) SK_MUST_USE;
// The item at i as a word; SK_EMPTY without an exception when i is out of range.
SkValue sk_list_load(SkValue list, size_t i);
// The same as a counted word.
SK_INLINE SkValue sk_list_get(SkValue list, size_t i) { return sk_own(sk_list_load(list, i)); }
bool sk_list_set(SkValue list, size_t i, SkValue v) SK_MUST_USE;       // retains; false + IndexError
SkValue sk_list_slice(SkValue list, int64_t start, int64_t end) SK_MUST_USE;
// list[start:stop:step] and list[start:stop] = value; bounds as sk_slice_unpack gives them.
SkValue sk_list_get_slice(SkValue list, int64_t start, int64_t stop, int64_t step) SK_MUST_USE;
bool sk_list_set_slice(SkValue list, int64_t start, int64_t stop, SkValue value) SK_MUST_USE;
void sk_list_clear(SkValue list);
SkValue sk_list_to_tuple(SkValue list) SK_MUST_USE;                    // an atomic snapshot
bool sk_list_sort(SkValue list) SK_MUST_USE;
bool sk_list_reverse(SkValue list) SK_MUST_USE;

#endif
