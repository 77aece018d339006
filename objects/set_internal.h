// Between the files of set.
#ifndef SKEIN_OBJECTS_SET_INTERNAL_H
#define SKEIN_OBJECTS_SET_INTERNAL_H

#include "base/siphash.h"
#include "objects/set.h"
#include "objects/str.h"

typedef struct {
    _Atomic int64_t hash;  // written before the key is published
    SkSlot key;            // empty, a dummy (SK_MARK_STOP) after a removal, or a key
} SkSetEntry;

typedef struct {
    uint64_t mask;  // number of entries - 1; 0 entries: the shared empty table with one empty entry
    size_t fill;    // entries that are not empty: under the lock
    size_t finger;  // where pop looks first: under the lock
    SkSetEntry entries[];
} SkSetTable;

typedef struct {
    SkObject header;
    _Atomic(SkSetTable *) table;  // never NULL
    _Atomic size_t used;          // keys
    _Atomic uint64_t version;     // raised after every change, under the lock
    _Atomic int64_t hash;         // frozenset: 0 if not computed; relaxed, idempotent
} SkSet;

SK_INLINE SkSet *sk_as_set(SkValue v) { return (SkSet *)sk_ptr(v); }

// The hash of a key; -1 with "cannot use 'list' as a set element (...)".
int64_t sk_set_hash_key_slow(SkValue key);
SK_INLINE int64_t sk_set_hash_key(SkValue key) {
    if (sk_likely(sk_is_exact_str(key))) return sk_str_hash(sk_as_str(key));
    if (sk_is_small_int(key) && (uint64_t)sk_small_int(key) < SK_HASH_MODULUS) return sk_small_int(key);
    return sk_set_hash_key_slow(key);
}
int sk_set_contains_hashed(SkSet *s, SkValue key, int64_t hash);
bool sk_set_add_hashed(SkSet *s, SkValue key, int64_t hash, bool *added) SK_MUST_USE;  // retains; added may be NULL
// Takes the key, which is counted or immediate.
bool sk_set_add_steal(SkSet *s, SkValue key, int64_t hash) SK_MUST_USE;
// 1 removed, 0 absent, -1.
int sk_set_remove_hashed(SkSet *s, SkValue key, int64_t hash);
// Makes room for `more` keys at once, as before a set or a dict is merged in.
bool sk_set_make_room(SkSet *s, size_t more) SK_MUST_USE;
// A smaller table, or one without dummies, if there are many of them.
bool sk_set_drop_dummies(SkSet *s) SK_MUST_USE;
// True if it has never had a key since it was made or cleared.
bool sk_set_is_fresh(SkSet *s);
// Removes any key: counted; SK_EMPTY if there is none.
SkValue sk_set_take(SkSet *s);
void sk_set_clear(SkSet *s);
// An empty set or frozenset of a type, or a copy of `from`'s keys in it.
SkValue sk_set_new_of(SkType *type) SK_MUST_USE;
SkValue sk_set_copy_as(SkType *type, SkValue from) SK_MUST_USE;
// Moves the contents of a set that nobody else has seen into one that is fresh; false: it is not fresh any more.
bool sk_set_take_all(SkSet *s, SkSet *from) SK_MUST_USE;
// Copies the keys of another set into one that is fresh, while there is one thread: 1 done, 0 the general way, -1 MemoryError.
int sk_set_adopt_copy(SkSet *s, SkSet *other);
// Exchanges the contents of two sets.
void sk_set_swap(SkSet *a, SkSet *b);

typedef struct {
    SkValue key;  // counted
    int64_t hash;
} SkSetItem;
// The keys at one moment; give back with sk_set_items_free. NULL + MemoryError.
SkSetItem *sk_set_snapshot(SkSet *s, size_t *n) SK_MUST_USE;
void sk_set_items_free(SkSetItem *items, size_t n);
// The next key from *pos on as a word: *pos is its position. SK_EMPTY: none.
SkValue sk_set_entry_from(SkSet *s, size_t *pos);

size_t sk_set_sizeof(SkSet *s);
void sk_set_trace(SkObject *o, SkVisit visit, void *arg);
size_t sk_set_trace_some(SkObject *o, size_t from, SkVisit visit, void *arg);
void sk_set_clear_refs(SkObject *o);
void sk_set_destroy(SkObject *o);

#endif
