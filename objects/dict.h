// dict: ordered by insertion, read without a lock (objects/dict.c has the argument).
#ifndef SKEIN_OBJECTS_DICT_H
#define SKEIN_OBJECTS_DICT_H

#include "objects/type.h"

typedef struct SkDictTable SkDictTable;

struct SkDict {
    SkObject header;
    _Atomic(SkDictTable *) table;  // never NULL
    _Atomic size_t used;           // live entries
    _Atomic uint64_t version;      // changes at every change of a key (not of a value): for caches
};

SK_INLINE SkDict *sk_as_dict(SkValue v) { return (SkDict *)sk_ptr(v); }
SK_INLINE size_t sk_dict_len(SkValue d) { return sk_load_relaxed(&sk_as_dict(d)->used); }

SkValue sk_dict_new(void) SK_MUST_USE;
SkValue sk_dict_new_sized(size_t n) SK_MUST_USE;
SkValue sk_dict_copy(SkValue d) SK_MUST_USE;

// Lookups: the value as a word, or SK_EMPTY: check sk_error_occurred() unless the key is a str in a dict whose
// keys are all str (then no Python code can run and nothing is raised).
SkValue sk_dict_load(SkValue d, SkValue key);
// The same, counted.
SK_INLINE SkValue sk_dict_get(SkValue d, SkValue key) { return sk_own(sk_dict_load(d, key)); }
SkValue sk_dict_get_s(SkValue d, const char *key);      // counted
int sk_dict_contains(SkValue d, SkValue key);           // 1, 0, -1
bool sk_dict_set(SkValue d, SkValue key, SkValue value) SK_MUST_USE;       // retains both
bool sk_dict_set_s(SkValue d, const char *key, SkValue value) SK_MUST_USE;
bool sk_dict_set_steal(SkValue d, SkValue key, SkValue value) SK_MUST_USE; // retains key, takes value, also on failure
// 1: deleted, 0: no such key (nothing raised), -1: exception.
int sk_dict_delete(SkValue d, SkValue key);
// Removes and returns (counted); SK_EMPTY without an exception if absent.
SkValue sk_dict_pop(SkValue d, SkValue key) SK_MUST_USE;
// The value that is there, or `value` stored: counted. *inserted may be NULL.
SkValue sk_dict_setdefault(SkValue d, SkValue key, SkValue value, bool *inserted) SK_MUST_USE;
void sk_dict_clear(SkValue d);
// d.update(other): a dict, a mapping with keys(), or an iterable of pairs. override false: keeps what is there.
bool sk_dict_update(SkValue d, SkValue other) SK_MUST_USE;
bool sk_dict_merge(SkValue d, SkValue other, bool override) SK_MUST_USE;
// Walks the entries in order: *pos starts at 0; key and value are counted words (release both). Safe while
// others change the dict; an entry may be missed or seen twice only if keys were deleted and then so many added
// that the table was rebuilt meanwhile.
bool sk_dict_next(SkValue d, size_t *pos, SkValue *key, SkValue *value);
SkValue sk_dict_keys_list(SkValue d) SK_MUST_USE;
SkValue sk_dict_values_list(SkValue d) SK_MUST_USE;
SkValue sk_dict_items_list(SkValue d) SK_MUST_USE;

// For inline caches of names (globals, builtins): the entry index of an interned key, valid while the dict's table
// pointer is unchanged (an opaque 63-bit number: it also tells a later table at the same address from this one);
// -1 if absent. sk_dict_load_at reads that entry: SK_EMPTY if the value was deleted.
int64_t sk_dict_find_entry(SkDict *d, SkValue interned_key, SkDictTable **table);
SkValue sk_dict_load_at(SkDict *d, SkDictTable *table, int64_t entry);   // word
// Replaces the value of that entry (retains): false (nothing done) if the table has changed or the entry is dead.
bool sk_dict_store_at(SkDict *d, SkDictTable *table, int64_t entry, SkValue value);

#endif
