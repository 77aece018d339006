// The table of a dict, for the files of dict.
//
// D1  An entry is filled (hash, value, key), then counted into `filled`, then its index is published. Until its
//     deletion its key and hash never change; its value may.
// D2  A deletion empties value and key and makes the index a dummy. The entry is not used again in that table.
// D3  A table that was replaced is never written again; it is retired. Its stamp is that dict's alone: together with
//     the address it tells a table from a later one at the same address.
// D4  Whoever changes the keys raises the dict's version afterwards, still under the lock. So: if the version read
//     before a lookup that found nothing is still there under the lock, the key is still absent.
// D5  What leaves a SHARED dict is flagged under the lock, before its reference is used or released.
// D6  An entry of an OrderedDict may move: its second place is published before the first is emptied, so that what is
//     found may have gone from there, and what is not found is looked for again under the lock (sk_dict_load_moving).
//     The version is raised before the move and again afterwards: a walker that took it under the lock, when no move was
//     under way, finds it changed once it has seen part of a move.
// Writers hold the dict's lock. Readers hold nothing; a reader that calls __eq__ starts again if the entry or the table
// has gone meanwhile. Reading is wait-free while all keys compared are str, lock-free otherwise.
#ifndef SKEIN_OBJECTS_DICT_INTERNAL_H
#define SKEIN_OBJECTS_DICT_INTERNAL_H

#include "objects/dict.h"

typedef struct {
    _Atomic int64_t hash;
    SkSlot key, value;
} SkDictEntry;

struct SkDictTable {
    uint64_t stamp;
    uint64_t mask;            // number of indices - 1
    size_t capacity;          // of entries
    _Atomic size_t filled;    // entries ever used: written under the lock
    _Atomic size_t first;     // no live entry before this one: written under the lock, a hint for readers
    size_t last;              // no live entry from this one on: under the lock
    size_t gap;               // entries at the front that were never used: under the lock
    uint32_t index_log;       // log2 of the bytes of an index
    SkDictEntry entries[];    // capacity entries, then the indices
};

enum { SK_DICT_ABSENT = -1, SK_DICT_DUMMY = -2, SK_DICT_CALL = -3, SK_DICT_ERROR = -4 };

typedef struct {
    int64_t hash;
    SkValue key, value;  // counted
} SkDictItem;

// The hash of a key; -1 with "cannot use 'list' as a dict key (unhashable type: 'list')".
int64_t sk_dict_hash_key(SkValue key);
// The entry of key, without the lock: its number and the table, or ABSENT, or ERROR. May run Python code; table and entry
// are valid until the next safepoint.
int64_t sk_dict_find(SkDict *d, SkValue key, int64_t hash, SkDictTable **table);
// The value of key as a word; SK_EMPTY if absent (or with an exception).
SkValue sk_dict_load_hashed(SkDict *d, SkValue key, int64_t hash);

SK_INLINE SkDictTable *sk_dict_table(SkDict *d) {
    // PAIR(dict-table): with publish_table; without it a reader could see the new table's entries unwritten
    return sk_load_acquire(&d->table);
}

// Whether two dicts of equal length that nobody else has seen hold the same, if no comparison is a call: 1, 0, else -1.
int sk_dict_quick_equal(SkDict *a, SkDict *b);
// A copy of the live items at one moment; give back with sk_dict_items_free. NULL + MemoryError.
SkDictItem *sk_dict_snapshot(SkDict *d, size_t *n) SK_MUST_USE;
void sk_dict_items_free(SkDictItem *items, size_t n);
// d[key] = value with the hash known: retains key, takes the value also on failure. keep: an existing value stays.
bool sk_dict_put(SkDict *d, SkValue key, int64_t hash, SkValue value, bool keep) SK_MUST_USE;
// Removes the last item: counted words, or false with nothing raised when empty.
bool sk_dict_take_last(SkDict *d, SkValue *key, SkValue *value);
// The next live entry from *pos on (or, backwards, before *pos): *pos is its position, key and value are words. False: none.
bool sk_dict_entry_from(SkDict *d, size_t *pos, SkValue *key, SkValue *value);
bool sk_dict_entry_before(SkDict *d, size_t *pos, SkValue *key, SkValue *value);
// Removes the first item, as sk_dict_take_last.
bool sk_dict_take_first(SkDict *d, SkValue *key, SkValue *value);
// Makes an item the last (or first) one, in amortised constant time: 1 done, 0 no such key, -1 exception. Only for dicts that are
// read with the next two (D6).
int sk_dict_move_to_end(SkDict *d, SkValue key, bool last);
SkValue sk_dict_load_moving(SkValue d, SkValue key);        // as sk_dict_load
int sk_dict_contains_moving(SkValue d, SkValue key);        // as sk_dict_contains
size_t sk_dict_filled(SkDict *d);
size_t sk_dict_sizeof(SkDict *d);
// For dict subclasses: `type` is the subclass.
SkValue sk_dict_new_of(SkType *type) SK_MUST_USE;
// Of the type.
void sk_dict_trace(SkObject *o, SkVisit visit, void *arg);
size_t sk_dict_trace_some(SkObject *o, size_t from, SkVisit visit, void *arg);
void sk_dict_clear_refs(SkObject *o);
void sk_dict_destroy(SkObject *o);
SkValue sk_dict_key_iter(SkValue dict);  // iter(d)
SkValue sk_dict_keys_view(SkValue dict);
SkValue sk_dict_values_view(SkValue dict);
SkValue sk_dict_items_view(SkValue dict);
SkValue sk_dict_reversed(SkValue dict);
// Views, for types derived from them.
typedef struct {
    SkObject header;
    SkSlot dict;  // never empty, never changes
} SkDictView;
SK_INLINE SkValue sk_dict_of_view(SkValue view) { return sk_slot_peek(&((SkDictView *)sk_ptr(view))->dict); }
SkValue sk_dict_view_new(SkType *type, SkValue dict) SK_MUST_USE;
void sk_dict_view_trace(SkObject *o, SkVisit visit, void *arg);
void sk_dict_view_destroy(SkObject *o);
// What a view of a dict shows, at one moment: a new list; SK_EMPTY without an exception if v is no view.
SkValue sk_dict_view_list(SkValue v);

// The iterator of a type over a dict. Retains it.
SkValue sk_dict_iter_new(SkType *type, SkValue dict) SK_MUST_USE;
SkValue sk_dict_reverse_iter_new(SkType *type, SkValue dict) SK_MUST_USE;

#endif
