// Between the files of list.
#ifndef SKEIN_OBJECTS_LIST_INTERNAL_H
#define SKEIN_OBJECTS_LIST_INTERNAL_H

#include "objects/list.h"

extern const SkMethodDef sk_list_methods[];

SkListArray *sk_list_empty_array(void);
SkListArray *sk_list_array_new(size_t capacity) SK_MUST_USE;  // unused slots are empty; NULL: memory is out
SK_INLINE size_t sk_list_array_size(const SkListArray *a) { return sizeof *a + a->capacity * sizeof(SkSlot); }
// After the unlock: frees an array that was replaced.
void sk_list_array_retire(SkList *l, SkListArray *a);

// Puts v (counted, stolen) at i, shifting what follows; i is clipped. False: memory is out, v is not taken.
// *old is to be retired after the unlock (NULL: nothing).
bool sk_list_insert_locked(SkList *l, size_t i, SkValue v, SkListArray **old) SK_MUST_USE;
// Takes the item at i out; its reference is the caller's.
SkValue sk_list_take_locked(SkList *l, size_t i);
// After a removal: moves to a smaller array if this one is mostly empty.
void sk_list_shrink_locked(SkList *l, SkListArray **old);
// list[start:stop] = items. items: counted words, stolen on success. False + exception, nothing changed.
bool sk_list_replace(SkList *l, int64_t start, int64_t stop, SkValue *items, size_t n) SK_MUST_USE;
// Counted words of all items, at one moment; release each, then sk_free. NULL + MemoryError.
SkValue *sk_list_snapshot(SkList *l, size_t *n) SK_MUST_USE;
// What a dict, a view of one, or a set holds at one moment: a new list; SK_EMPTY without an exception for other values.
SkValue sk_container_snapshot(SkValue v) SK_MUST_USE;
// list.sort(key, reverse)
bool sk_list_sort_by(SkValue list, SkValue key, bool reverse) SK_MUST_USE;

SkValue sk_list_subscript(SkValue self, SkValue key);
bool sk_list_assign_subscript(SkValue self, SkValue key, SkValue value);

// Searches beside other threads are one step where no comparison runs code: what they remove would shift items past them.
// The first place from `from` on whose item equals value, or the length; -1: a comparison may run code. Requires the lock.
int64_t sk_list_find_locked(SkList *l, SkValue value, int64_t from);
// After a search without the lock that has found nothing: the place nevertheless, or -1.
int64_t sk_list_find_again(SkList *l, SkValue value, int64_t from);

#endif
