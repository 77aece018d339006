// dict: a table of entries in order of insertion, and a hash table of indices into it (R. Hettinger, "More compact
// dictionaries with faster iteration", 2012). The invariants D1..D5 are in dict_internal.h.
#include "objects/dict.h"

#include <string.h>

#include "base/alloc.h"
#include "base/siphash.h"
#include "objects/dict_internal.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/quick_equal.h"
#include "objects/shape.h"
#include "objects/slot_drop.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---- tables -----------------------------------------------------------------------------------------------------------

// The table of all empty dicts: one index, absent, and no entries. Never written.
static uint64_t empty_words[sizeof(SkDictTable) / 8 + 1] = {[sizeof(SkDictTable) / 8] = UINT64_MAX};
_Static_assert(sizeof(SkDictTable) % 8 == 0 && offsetof(SkDictTable, entries) == sizeof(SkDictTable),
               "the empty table's index follows its head");
static SkDictTable *empty_table(void) { return (SkDictTable *)(void *)empty_words; }

static void *indices_of(SkDictTable *t) { return &t->entries[t->capacity]; }

// The index in position i: an entry's number, ABSENT or DUMMY.
static inline int64_t load_index(SkDictTable *t, uint64_t i) {
    void *p = indices_of(t);
    // PAIR(dict-index): with store_index; without it a reader could see an entry's fields unwritten
    switch (t->index_log) {
    case 0: {
        uint8_t x = sk_load_acquire((_Atomic uint8_t *)p + i);
        return x >= UINT8_MAX - 1 ? (int8_t)x : x;
    }
    case 1: {
        uint16_t x = sk_load_acquire((_Atomic uint16_t *)p + i);
        return x >= UINT16_MAX - 1 ? (int16_t)x : x;
    }
    case 2: {
        uint32_t x = sk_load_acquire((_Atomic uint32_t *)p + i);
        return x >= UINT32_MAX - 1 ? (int32_t)x : (int64_t)x;
    }
    default: return sk_load_acquire((_Atomic int64_t *)p + i);
    }
}

static inline void store_index(SkDictTable *t, uint64_t i, int64_t ix) {
    void *p = indices_of(t);
    switch (t->index_log) {  // PAIR(dict-index)
    case 0: sk_store_release((_Atomic uint8_t *)p + i, (uint8_t)ix); break;
    case 1: sk_store_release((_Atomic uint16_t *)p + i, (uint16_t)ix); break;
    case 2: sk_store_release((_Atomic uint32_t *)p + i, (uint32_t)ix); break;
    default: sk_store_release((_Atomic int64_t *)p + i, ix); break;
    }
}

// The sequence of positions visited for a hash: every position in the end, the high bits first.
typedef struct {
    uint64_t i, perturb;
} Probe;
static inline Probe probe_start(const SkDictTable *t, int64_t hash) {
    return (Probe){(uint64_t)hash & t->mask, (uint64_t)hash};
}
static inline void probe_next(const SkDictTable *t, Probe *p) {
    p->perturb >>= 5;
    p->i = (p->i * 5 + p->perturb + 1) & t->mask;
}

static size_t table_size(const SkDictTable *t) {
    return sizeof *t + t->capacity * sizeof(SkDictEntry) + ((t->mask + 1) << t->index_log);
}

// A table with room for n entries, all indices absent. NULL: memory is out.
static SkDictTable *table_new(size_t n) {
    if (n > ((size_t)1 << 55)) return NULL;
    uint64_t indices = 8;
    while (indices * 2 / 3 < n) indices *= 2;
    uint32_t index_log = indices <= 256 ? 0 : indices <= 65536 ? 1 : indices <= UINT64_C(1) << 32 ? 2 : 3;
    size_t capacity = indices * 2 / 3;
    size_t size = sizeof(SkDictTable) + capacity * sizeof(SkDictEntry) + (indices << index_log);
    SkDictTable *t = sk_malloc(size);
    if (!t) return NULL;
    memset(t, 0, sizeof *t + capacity * sizeof(SkDictEntry));
    t->mask = indices - 1;
    t->capacity = capacity;
    t->index_log = index_log;
    memset(indices_of(t), 0xff, indices << index_log);
    return t;
}

static void table_retire(SkDict *d, SkDictTable *t) {
    if (t && t != empty_table()) sk_buffer_retire(&d->header, t, table_size(t));
}

// Adds an entry to a table that has room. key and value: counted, stolen. The caller sets `used` and the version.
static void table_add(SkDictTable *t, SkValue key, int64_t hash, SkValue value) {
    size_t n = sk_load_relaxed(&t->filled);
    SkDictEntry *e = &t->entries[n];
    sk_store_relaxed(&e->hash, hash);
    sk_slot_publish(&e->value, value);
    sk_slot_publish(&e->key, key);
    // PAIR(dict-filled): with sk_dict_filled; without it a walker could see an entry's fields unwritten
    sk_store_release(&t->filled, n + 1);
    t->last = n + 1;
    Probe p = probe_start(t, hash);
    while (load_index(t, p.i) >= 0) probe_next(t, &p);
    // A dummy may be taken over: a reader that passed it looked for another key or began before this insertion.
    store_index(t, p.i, (int64_t)n);
}

// Copies the live entries of a table. retained: the copies are counted anew.
static void table_copy(SkDictTable *to, SkDictTable *from, bool retained) {
    size_t n = sk_load_relaxed(&from->filled);
    for (size_t i = sk_load_relaxed(&from->first); i < n; i++) {
        SkDictEntry *e = &from->entries[i];
        SkValue key = sk_slot_peek(&e->key), value = sk_slot_peek(&e->value);
        if (sk_is_empty(value)) continue;
        table_add(to, retained ? sk_retain(key) : key, sk_load_relaxed(&e->hash), retained ? sk_retain(value) : value);
    }
}

// True if nothing was deleted from a table, and it is not much too large.
static bool is_compact(const SkDictTable *t, size_t used) {
    return sk_load_relaxed(&((SkDictTable *)t)->filled) == used && t->gap == 0 && used >= t->capacity / 4;
}

// The same entries at the same places, counted anew. Under the lock; the table is compact. NULL: memory is out.
static SkDictTable *table_clone(SkDictTable *from) {
    SkDictTable *t = sk_malloc(table_size(from));
    if (!t) return NULL;
    size_t n = sk_load_relaxed(&from->filled);
    memset(t, 0, sizeof *t);
    t->mask = from->mask;
    t->capacity = from->capacity;
    t->index_log = from->index_log;
    t->last = from->last;
    sk_store_relaxed(&t->filled, n);
    memcpy((void *)t->entries, (const void *)from->entries, n * sizeof(SkDictEntry));
    for (size_t i = 0; i < n; i++) {
        (void)sk_retain(sk_slot_peek(&t->entries[i].key));
        (void)sk_retain(sk_slot_peek(&t->entries[i].value));
    }
    memset((void *)&t->entries[n], 0, (t->capacity - n) * sizeof(SkDictEntry));
    memcpy(indices_of(t), indices_of(from), (t->mask + 1) << t->index_log);
    return t;
}

static void publish_table(SkDict *d, SkDictTable *t) {
    sk_store_release(&d->table, t);  // PAIR(dict-table)
}

static void keys_changed_locked(SkDict *d) {
    // PAIR(dict-version): with version_before_lookup; without it a lookup could miss a key that this version includes
    sk_store_release(&d->version, sk_load_relaxed(&d->version) + 1);
}

// Makes sure that the table has room for one entry. *old is to be retired after the unlock.
static bool make_room_locked(SkDict *d, SkDictTable **old) {
    SkDictTable *t = sk_load_relaxed(&d->table);
    if (sk_load_relaxed(&t->filled) < t->capacity) return true;
    size_t used = sk_load_relaxed(&d->used);
    // Doubles when full of live entries; the same size or smaller when most were deleted.
    SkDictTable *grown = table_new(used < 5 ? 5 : used + used / 2 + 1);
    if (!grown) return false;
    keys_changed_locked(d);
    grown->stamp = sk_load_relaxed(&d->version);
    table_copy(grown, t, false);
    publish_table(d, grown);
    *old = t;
    return true;
}

// ---- finding ------------------------------------------------------------------------------------------------------------

int64_t sk_dict_hash_key(SkValue key) {
    if (sk_likely(sk_is_exact_str(key))) return sk_str_hash(sk_as_str(key));
    if (sk_is_small_int(key)) return sk_hash_int64(sk_small_int(key));
    int64_t h = sk_hash(key);
    if (sk_unlikely(h == -1)) {
        SK_AUTO SkValue exc = sk_error_take();
        if (sk_type_of(exc) == sk_exc_TypeError)
            sk_raise(sk_exc_TypeError, "cannot use '%T' as a dict key (%S)", key, exc);
        else
            sk_error_restore(sk_move(&exc));
    }
    return h;
}

// The entry of key, under the lock or for keys that need no Python code; CALL if a comparison needs some.
static int64_t find_plain(SkDictTable *t, SkValue key, int64_t hash) {
    for (Probe p = probe_start(t, hash);; probe_next(t, &p)) {
        int64_t ix = load_index(t, p.i);
        if (ix == SK_DICT_ABSENT) return ix;
        if (ix < 0) continue;
        SkDictEntry *e = &t->entries[ix];
        SkValue stored = sk_slot_peek(&e->key);
        if (sk_is(stored, key)) return ix;
        if (sk_load_relaxed(&e->hash) != hash || sk_is_empty(stored)) continue;
        int same = sk_quick_equal(stored, key);
        if (same > 0) return ix;
        if (same < 0) return SK_DICT_CALL;
    }
}

int64_t sk_dict_find(SkDict *d, SkValue key, int64_t hash, SkDictTable **table) {
    bool shared = sk_read_begin(&d->header);
restart:;
    SkDictTable *t = sk_dict_table(d);
    *table = t;
    for (Probe p = probe_start(t, hash);; probe_next(t, &p)) {
        int64_t ix = load_index(t, p.i);
        if (ix == SK_DICT_ABSENT) return ix;
        if (ix < 0) continue;
        SkDictEntry *e = &t->entries[ix];
        SkValue stored = sk_slot_peek(&e->key);
        if (sk_likely(sk_is(stored, key))) return ix;
        if (sk_load_relaxed(&e->hash) != hash || sk_is_empty(stored)) continue;
        int same = sk_quick_equal(stored, key);
        if (same == 0) continue;
        if (same < 0) {
            uint64_t stamp = t->stamp;
            SkValue held = sk_own(sk_read_take(shared, stored));
            same = sk_compare_bool(held, key, SK_EQ);
            sk_release(held);
            if (same < 0) return SK_DICT_ERROR;
            shared = sk_read_begin(&d->header);
            if (sk_dict_table(d) != t || t->stamp != stamp || sk_is_empty(sk_slot_peek(&e->key))) goto restart;
            if (same == 0) continue;
        }
        return ix;
    }
}

// Finds key and leaves the dict locked, with SHARED and the table current: an entry, ABSENT, or (unlocked) ERROR.
static int64_t find_and_lock(SkDict *d, SkValue key, int64_t hash) {
    sk_lock(&d->header);
    for (;;) {
        sk_write_begin_locked(&d->header);
        int64_t ix = find_plain(sk_load_relaxed(&d->table), key, hash);
        if (ix != SK_DICT_CALL) return ix;
        sk_unlock(&d->header);
        SkDictTable *t;
        // PAIR(dict-version): with keys_changed_locked
        uint64_t version = sk_load_acquire(&d->version);
        ix = sk_dict_find(d, key, hash, &t);
        if (ix == SK_DICT_ERROR) return ix;
        uint64_t stamp = t->stamp;
        sk_lock(&d->header);
        sk_write_begin_locked(&d->header);
        if (ix == SK_DICT_ABSENT ? sk_load_relaxed(&d->version) == version
                                 : sk_load_relaxed(&d->table) == t && t->stamp == stamp &&
                                       !sk_is_empty(sk_slot_peek(&t->entries[ix].key)))
            return ix;
    }
}

// ---- reading ---------------------------------------------------------------------------------------------------------------

SkValue sk_dict_load_hashed(SkDict *d, SkValue key, int64_t hash) {
    SkDictTable *t;
    int64_t ix = sk_dict_find(d, key, hash, &t);
    if (ix < 0) return SK_EMPTY;
    bool shared = sk_read_begin(&d->header);
    return sk_read_take(shared, sk_slot_peek(&t->entries[ix].value));
}

SkValue sk_dict_load(SkValue d, SkValue key) {
    int64_t hash = sk_dict_hash_key(key);
    return hash == -1 ? SK_EMPTY : sk_dict_load_hashed(sk_as_dict(d), key, hash);
}

SkValue sk_dict_get_s(SkValue d, const char *key) {
    SK_AUTO SkValue k = sk_str_from(key);
    return sk_is_empty(k) ? SK_EMPTY : sk_dict_get(d, k);
}

int sk_dict_contains(SkValue d, SkValue key) {
    int64_t hash = sk_dict_hash_key(key);
    if (hash == -1) return -1;
    SkDictTable *t;
    int64_t ix = sk_dict_find(sk_as_dict(d), key, hash, &t);
    return ix >= 0 ? 1 : ix == SK_DICT_ABSENT ? 0 : -1;
}

size_t sk_dict_filled(SkDict *d) {
    return sk_load_acquire(&sk_dict_table(d)->filled);  // PAIR(dict-filled): with table_add
}

static bool take_entry(SkDictTable *t, bool shared, size_t i, SkValue *key, SkValue *value) {
    SkDictEntry *e = &t->entries[i];
    SkValue k = sk_slot_peek(&e->key), v = sk_slot_peek(&e->value);
    if (sk_is_empty(k) || sk_is_empty(v)) return false;
    *key = sk_read_take(shared, k);
    *value = sk_read_take(shared, v);
    return true;
}

bool sk_dict_entry_from(SkDict *d, size_t *pos, SkValue *key, SkValue *value) {
    bool shared = sk_read_begin(&d->header);
    SkDictTable *t = sk_dict_table(d);
    size_t n = sk_load_acquire(&t->filled), i = *pos;  // PAIR(dict-filled): with table_add
    if (i < sk_load_relaxed(&t->first)) i = sk_load_relaxed(&t->first);
    for (; i < n; i++)
        if (take_entry(t, shared, i, key, value)) {
            *pos = i;
            return true;
        }
    *pos = i;
    return false;
}

bool sk_dict_entry_before(SkDict *d, size_t *pos, SkValue *key, SkValue *value) {
    bool shared = sk_read_begin(&d->header);
    SkDictTable *t = sk_dict_table(d);
    size_t n = sk_load_acquire(&t->filled), i = *pos < n ? *pos : n;  // PAIR(dict-filled): with table_add
    while (i-- > 0)
        if (take_entry(t, shared, i, key, value)) {
            *pos = i;
            return true;
        }
    return false;
}

bool sk_dict_next(SkValue dict, size_t *pos, SkValue *key, SkValue *value) {
    if (!sk_dict_entry_from(sk_as_dict(dict), pos, key, value)) return false;
    ++*pos;
    *key = sk_own(*key);
    *value = sk_own(*value);
    return true;
}

int sk_dict_quick_equal(SkDict *a, SkDict *b) {
    if (sk_multithreaded || !sk_is_mine(&a->header) || !sk_is_mine(&b->header) || sk_is_shared(&a->header) || sk_is_shared(&b->header)) return -1;
    SkDictTable *t = sk_load_relaxed(&a->table), *u = sk_load_relaxed(&b->table);
    size_t n = sk_load_relaxed(&t->filled);
    for (size_t i = sk_load_relaxed(&t->first); i < n; i++) {
        SkDictEntry *e = &t->entries[i];
        SkValue value = sk_slot_peek(&e->value);
        if (sk_is_empty(value)) continue;
        int64_t ix = find_plain(u, sk_slot_peek(&e->key), sk_load_relaxed(&e->hash));
        if (ix == SK_DICT_ABSENT) return 0;
        int same = ix < 0 ? -1 : sk_quick_equal(value, sk_slot_peek(&u->entries[ix].value));
        if (same <= 0) return same;
    }
    return 1;
}

SkDictItem *sk_dict_snapshot(SkDict *d, size_t *n) {
    sk_lock(&d->header);
    SkDictTable *t = sk_load_relaxed(&d->table);
    size_t used = sk_load_relaxed(&d->used), filled = sk_load_relaxed(&t->filled), k = 0;
    SkDictItem *items = sk_malloc((used ? used : 1) * sizeof *items);
    if (items)
        for (size_t i = sk_load_relaxed(&t->first); i < filled; i++) {
            SkDictEntry *e = &t->entries[i];
            SkValue value = sk_slot_peek(&e->value);
            if (sk_is_empty(value)) continue;
            items[k++] = (SkDictItem){sk_load_relaxed(&e->hash), sk_retain(sk_slot_peek(&e->key)), sk_retain(value)};
        }
    sk_unlock(&d->header);
    if (!items) sk_raise_memory();
    *n = k;
    return items;
}

void sk_dict_items_free(SkDictItem *items, size_t n) {
    for (size_t i = 0; i < n; i++) {
        sk_release(items[i].key);
        sk_release(items[i].value);
    }
    sk_free(items);
}

enum ListOf { LIST_OF_KEYS, LIST_OF_VALUES, LIST_OF_ITEMS };

static SkValue snapshot_list(SkValue d, enum ListOf what) {
    size_t n;
    SkDictItem *items = sk_dict_snapshot(sk_as_dict(d), &n);
    if (!items) return SK_EMPTY;
    // The words of the list take the place of the items, from the front.
    SkValue *words = (SkValue *)(void *)items;
    for (size_t i = 0; i < n; i++) {
        SkValue pair[2] = {items[i].key, items[i].value}, v;
        if (what == LIST_OF_ITEMS) {
            v = sk_tuple_steal(pair, 2);
            if (sk_is_empty(v)) {
                while (i > 0) sk_release(words[--i]);
                sk_free(items);
                return SK_EMPTY;
            }
        } else {
            v = pair[what == LIST_OF_VALUES];
            sk_release(pair[what != LIST_OF_VALUES]);
        }
        words[i] = v;
    }
    SkValue list = sk_list_steal(words, n);
    sk_free(items);
    return list;
}

// The keys or the values alone.
static SkValue column(SkDict *d, bool values) {
    size_t used = sk_load_relaxed(&d->used), n = 0;
    SkValue few[16], *words = used <= SK_COUNT_OF(few) ? few : sk_malloc(used * sizeof *words);
    if (!words) return sk_raise_memory();
    sk_lock(&d->header);
    SkDictTable *t = sk_load_relaxed(&d->table);
    bool same = sk_load_relaxed(&d->used) == used;
    size_t filled = sk_load_relaxed(&t->filled);
    for (size_t i = sk_load_relaxed(&t->first); same && i < filled; i++) {
        SkDictEntry *e = &t->entries[i];
        SkValue value = sk_slot_peek(&e->value);
        if (!sk_is_empty(value)) words[n++] = sk_retain(values ? value : sk_slot_peek(&e->key));
    }
    sk_unlock(&d->header);
    SkValue list = same ? sk_list_steal(words, n) : snapshot_list(sk_counted(d), values ? LIST_OF_VALUES : LIST_OF_KEYS);
    if (words != few) sk_free(words);
    return list;
}

SkValue sk_dict_keys_list(SkValue d) { return column(sk_as_dict(d), false); }
SkValue sk_dict_values_list(SkValue d) { return column(sk_as_dict(d), true); }
SkValue sk_dict_items_list(SkValue d) { return snapshot_list(d, LIST_OF_ITEMS); }

// ---- writing -------------------------------------------------------------------------------------------------------------------

// Under the lock, key absent: adds it. Retains key, takes value. False: memory is out, nothing is taken.
static bool insert_locked(SkDict *d, SkValue key, int64_t hash, SkValue value, SkDictTable **old) {
    if (!make_room_locked(d, old)) return false;
    table_add(sk_load_relaxed(&d->table), sk_retain(key), hash, value);
    sk_store_relaxed(&d->used, sk_load_relaxed(&d->used) + 1);
    keys_changed_locked(d);
    return true;
}

// Under the lock: takes entry ix out. Its references are the caller's.
static void remove_locked(SkDict *d, int64_t ix, SkValue *key, SkValue *value) {
    SkDictTable *t = sk_load_relaxed(&d->table);
    SkDictEntry *e = &t->entries[ix];
    *key = sk_slot_peek(&e->key);
    *value = sk_slot_peek(&e->value);
    sk_flag_removed_locked(&d->header, *key);
    sk_flag_removed_locked(&d->header, *value);
    sk_slot_publish(&e->value, SK_EMPTY);
    sk_slot_publish(&e->key, SK_EMPTY);
    Probe p = probe_start(t, sk_load_relaxed(&e->hash));
    while (load_index(t, p.i) != ix) probe_next(t, &p);
    store_index(t, p.i, SK_DICT_DUMMY);
    size_t used = sk_load_relaxed(&d->used) - 1;
    sk_store_relaxed(&d->used, used);
    // The hints stay linear in the number of entries over a table's life.
    if ((size_t)ix == sk_load_relaxed(&t->first)) {
        size_t first = (size_t)ix + 1;
        while (first < t->last && sk_is_empty(sk_slot_peek(&t->entries[first].value))) first++;
        sk_store_relaxed(&t->first, first);
    }
    if ((size_t)ix + 1 == t->last) t->last = (size_t)ix;
    keys_changed_locked(d);
}

// After find_and_lock found ix: puts the value in, unlocks, releases what was there.
static void replace_and_unlock(SkDict *d, int64_t ix, SkValue value) {
    SkSlot *s = &sk_load_relaxed(&d->table)->entries[ix].value;
    SkValue old = sk_slot_peek(s);
    sk_flag_removed_locked(&d->header, old);
    sk_slot_publish(s, value);
    sk_unlock(&d->header);
    sk_release(old);
}

static bool insert_and_unlock(SkDict *d, SkValue key, int64_t hash, SkValue value) {
    SkDictTable *old = NULL;
    bool ok = insert_locked(d, key, hash, value, &old);
    sk_unlock(&d->header);
    if (old) table_retire(d, old);
    if (sk_likely(ok)) return true;
    sk_release(value);
    sk_raise_memory();
    return false;
}

// Puts an item where nobody else can look, the table has room and no comparison is a call, with one walk through the indices.
// False: the general way, nothing was done.
static inline bool put_alone(SkDict *d, SkValue key, int64_t hash, SkValue value, bool keep) {
    if (sk_multithreaded || !sk_is_mine(&d->header) || sk_is_shared(&d->header)) return false;
    SkDictTable *t = sk_load_relaxed(&d->table);
    uint64_t dummy = UINT64_MAX;   // the first index that belonged to a key that was deleted
    for (Probe p = probe_start(t, hash);; probe_next(t, &p)) {
        int64_t ix = load_index(t, p.i);
        if (ix == SK_DICT_ABSENT) {
            size_t n = sk_load_relaxed(&t->filled);
            if (n >= t->capacity) return false;
            SkDictEntry *e = &t->entries[n];
            sk_store_relaxed(&e->hash, hash);
            sk_slot_init(&e->value, value);
            sk_slot_init(&e->key, sk_retain(key));
            sk_store_relaxed(&t->filled, n + 1);
            t->last = n + 1;
            store_index(t, dummy == UINT64_MAX ? p.i : dummy, (int64_t)n);
            sk_store_relaxed(&d->used, sk_load_relaxed(&d->used) + 1);
            keys_changed_locked(d);
            return true;
        }
        if (ix < 0) {
            if (dummy == UINT64_MAX) dummy = p.i;
            continue;
        }
        SkDictEntry *e = &t->entries[ix];
        SkValue stored = sk_slot_peek(&e->key);
        if (!sk_is(stored, key)) {
            if (sk_load_relaxed(&e->hash) != hash || sk_is_empty(stored)) continue;
            int same = sk_quick_equal(stored, key);
            if (same < 0) return false;
            if (!same) continue;
        }
        SkValue old = keep ? value : sk_slot_peek(&e->value);
        if (!keep) sk_slot_init(&e->value, value);
        sk_release(old);
        return true;
    }
}

bool sk_dict_put(SkDict *d, SkValue key, int64_t hash, SkValue value, bool keep) {
    value = sk_own(value);
    if (put_alone(d, key, hash, value, keep)) return true;
    int64_t ix = find_and_lock(d, key, hash);
    if (ix == SK_DICT_ABSENT) return insert_and_unlock(d, key, hash, value);
    if (ix < 0) {
        sk_release(value);
        return false;
    }
    if (keep) {
        sk_unlock(&d->header);
        sk_release(value);
    } else {
        replace_and_unlock(d, ix, value);
    }
    return true;
}

bool sk_dict_set_steal(SkValue d, SkValue key, SkValue value) {
    int64_t hash = sk_dict_hash_key(key);
    if (sk_likely(hash != -1)) return sk_dict_put(sk_as_dict(d), key, hash, value, false);
    sk_release(value);
    return false;
}

bool sk_dict_set(SkValue d, SkValue key, SkValue value) { return sk_dict_set_steal(d, key, sk_retain(value)); }

bool sk_dict_set_s(SkValue d, const char *key, SkValue value) {
    SkValue k = sk_intern_s(key);
    return !sk_is_empty(k) && sk_dict_set(d, k, value);
}

SkValue sk_dict_pop(SkValue dict, SkValue key) {
    SkDict *d = sk_as_dict(dict);
    if (sk_dict_len(dict) == 0) return SK_EMPTY;
    int64_t hash = sk_dict_hash_key(key);
    if (hash == -1) return SK_EMPTY;
    int64_t ix = find_and_lock(d, key, hash);
    if (ix == SK_DICT_ERROR) return SK_EMPTY;
    SkValue old_key = SK_EMPTY, value = SK_EMPTY;
    if (ix >= 0) remove_locked(d, ix, &old_key, &value);
    sk_unlock(&d->header);
    sk_release(old_key);
    return value;
}

int sk_dict_delete(SkValue dict, SkValue key) {
    SkDict *d = sk_as_dict(dict);
    int64_t hash = sk_dict_hash_key(key);
    if (hash == -1) return -1;
    int64_t ix = find_and_lock(d, key, hash);
    if (ix == SK_DICT_ERROR) return -1;
    SkValue old_key = SK_EMPTY, value = SK_EMPTY;
    if (ix >= 0) remove_locked(d, ix, &old_key, &value);
    sk_unlock(&d->header);
    sk_release(value);
    sk_release(old_key);
    return ix >= 0;
}

static size_t first_live_locked(SkDictTable *t) {
    size_t i = sk_load_relaxed(&t->first);
    while (sk_is_empty(sk_slot_peek(&t->entries[i].value))) i++;
    sk_store_relaxed(&t->first, i);
    return i;
}

bool sk_dict_take_last(SkDict *d, SkValue *key, SkValue *value) {
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    bool found = sk_load_relaxed(&d->used) > 0;
    if (found) {
        SkDictTable *t = sk_load_relaxed(&d->table);
        while (sk_is_empty(sk_slot_peek(&t->entries[t->last - 1].value))) t->last--;
        remove_locked(d, (int64_t)t->last - 1, key, value);
    }
    sk_unlock(&d->header);
    return found;
}

bool sk_dict_take_first(SkDict *d, SkValue *key, SkValue *value) {
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    bool found = sk_load_relaxed(&d->used) > 0;
    if (found) remove_locked(d, (int64_t)first_live_locked(sk_load_relaxed(&d->table)), key, value);
    sk_unlock(&d->header);
    return found;
}

// Makes sure that the table has an entry before all live ones. As make_room_locked.
static bool make_front_locked(SkDict *d, SkDictTable **old) {
    SkDictTable *t = sk_load_relaxed(&d->table);
    if (t->gap) return true;
    size_t used = sk_load_relaxed(&d->used), gap = used / 2 + 4;
    SkDictTable *grown = table_new(gap + used + 1);
    if (!grown) return false;
    keys_changed_locked(d);
    grown->stamp = sk_load_relaxed(&d->version);
    grown->gap = grown->last = gap;
    sk_store_relaxed(&grown->filled, gap);
    sk_store_relaxed(&grown->first, gap);
    table_copy(grown, t, false);
    publish_table(d, grown);
    *old = t;
    return true;
}

// Under the lock: entry ix gets its second place and loses the first (D6). False: memory is out, nothing has changed.
static bool move_locked(SkDict *d, int64_t ix, bool last, SkDictTable **old) {
    SkDictTable *t = sk_load_relaxed(&d->table);
    while (sk_is_empty(sk_slot_peek(&t->entries[t->last - 1].value))) t->last--;
    if ((size_t)ix == (last ? t->last - 1 : first_live_locked(t))) return true;
    SkValue key = sk_slot_peek(&t->entries[ix].key), value = sk_slot_peek(&t->entries[ix].value);
    int64_t hash = sk_load_relaxed(&t->entries[ix].hash);
    if (!(last ? make_room_locked(d, old) : make_front_locked(d, old))) return false;
    // Before the change too (D6). PAIR(dict-version): with the iterators of OrderedDict; without it one that saw half of the
    // move could find its version unchanged, and show the item twice or not at all
    keys_changed_locked(d);
    t = sk_load_relaxed(&d->table);
    if (*old) ix = find_plain(t, key, hash);
    Probe p = probe_start(t, hash);
    while (load_index(t, p.i) != ix) probe_next(t, &p);
    if (last) {
        table_add(t, key, hash, value);
    } else {
        SkDictEntry *e = &t->entries[--t->gap];
        sk_store_relaxed(&e->hash, hash);
        sk_slot_publish(&e->value, value);
        sk_slot_publish(&e->key, key);
        sk_store_relaxed(&t->first, t->gap);
        Probe q = probe_start(t, hash);
        while (load_index(t, q.i) >= 0) probe_next(t, &q);
        store_index(t, q.i, (int64_t)t->gap);
    }
    store_index(t, p.i, SK_DICT_DUMMY);
    sk_slot_publish(&t->entries[ix].value, SK_EMPTY);
    sk_slot_publish(&t->entries[ix].key, SK_EMPTY);
    keys_changed_locked(d);
    return true;
}

int sk_dict_move_to_end(SkDict *d, SkValue key, bool last) {
    int64_t hash = sk_dict_hash_key(key);
    if (hash == -1) return -1;
    int64_t ix = find_and_lock(d, key, hash);
    if (ix == SK_DICT_ERROR) return -1;
    SkDictTable *old = NULL;
    bool ok = ix < 0 || move_locked(d, ix, last, &old);
    sk_unlock(&d->header);
    if (old) table_retire(d, old);
    if (!ok) sk_raise_memory();
    return !ok ? -1 : ix >= 0;
}

SkValue sk_dict_load_moving(SkValue dict, SkValue key) {
    SkDict *d = sk_as_dict(dict);
    int64_t hash = sk_dict_hash_key(key);
    if (hash == -1) return SK_EMPTY;
    SkValue v = sk_dict_load_hashed(d, key, hash);
    if (!sk_is_empty(v) || !sk_multithreaded || sk_error_occurred()) return v;
    int64_t ix = find_and_lock(d, key, hash);
    if (ix == SK_DICT_ERROR) return SK_EMPTY;
    if (ix >= 0) v = sk_retain(sk_slot_peek(&sk_load_relaxed(&d->table)->entries[ix].value));
    sk_unlock(&d->header);
    return v;
}

int sk_dict_contains_moving(SkValue d, SkValue key) {
    int found = sk_dict_contains(d, key);
    if (found || !sk_multithreaded) return found;
    SkValue v = sk_dict_load_moving(d, key);
    sk_release(v);
    return !sk_is_empty(v) ? 1 : sk_error_occurred() ? -1 : 0;
}

SkValue sk_dict_setdefault(SkValue dict, SkValue key, SkValue value, bool *inserted) {
    SkDict *d = sk_as_dict(dict);
    if (inserted) *inserted = false;
    int64_t hash = sk_dict_hash_key(key);
    if (hash == -1) return SK_EMPTY;
    // Without the lock first, but a comparison in Python is made once.
    SkDictTable *t;
    int64_t ix = sk_is_exact_str(key) ? sk_dict_find(d, key, hash, &t) : SK_DICT_ABSENT;
    if (ix == SK_DICT_ERROR) return SK_EMPTY;
    if (ix >= 0) {
        bool shared = sk_read_begin(&d->header);
        SkValue there = sk_own(sk_read_take(shared, sk_slot_peek(&t->entries[ix].value)));
        if (!sk_is_empty(there)) return there;
    }
    ix = find_and_lock(d, key, hash);
    if (ix == SK_DICT_ERROR) return SK_EMPTY;
    if (ix >= 0) {
        SkValue there = sk_retain(sk_slot_peek(&sk_load_relaxed(&d->table)->entries[ix].value));
        sk_unlock(&d->header);
        return there;
    }
    SkValue result = sk_retain(value);
    if (!insert_and_unlock(d, key, hash, sk_retain(value))) {
        sk_release(result);
        return SK_EMPTY;
    }
    if (inserted) *inserted = true;
    return result;
}

void sk_dict_clear(SkValue dict) {
    SkDict *d = sk_as_dict(dict);
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    SkDictTable *t = sk_load_relaxed(&d->table);
    size_t n = sk_load_relaxed(&t->filled);
    if (sk_is_shared(&d->header))
        for (size_t i = 0; i < n; i++) {
            sk_flag_removed_locked(&d->header, sk_slot_peek(&t->entries[i].key));
            sk_flag_removed_locked(&d->header, sk_slot_peek(&t->entries[i].value));
        }
    publish_table(d, empty_table());
    sk_store_relaxed(&d->used, 0);
    keys_changed_locked(d);
    sk_unlock(&d->header);
    for (size_t i = 0; i < n; i++) {
        sk_release(sk_slot_peek(&t->entries[i].key));
        sk_release(sk_slot_peek(&t->entries[i].value));
    }
    table_retire(d, t);
}

// ---- merging ------------------------------------------------------------------------------------------------------------------------

// A copy of d's table without dead entries, counted anew. NULL + MemoryError.
static SkDictTable *copy_table(SkDict *d, size_t *used) {
    sk_lock(&d->header);
    *used = sk_load_relaxed(&d->used);
    SkDictTable *from = sk_load_relaxed(&d->table), *t = empty_table();
    if (*used && is_compact(from, *used)) {
        t = table_clone(from);
    } else if (*used) {
        t = table_new(*used);
        if (t) table_copy(t, from, true);
    }
    sk_unlock(&d->header);
    if (!t) sk_raise_memory();
    return t;
}

static SkDict *new_dict(SkDictTable *t, size_t used) {
    SkDict *d = (SkDict *)sk_container_new(&sk_dict_type.head, sizeof *d);
    if (!d) {
        sk_raise_memory();
        return NULL;
    }
    sk_store_relaxed(&d->table, t);
    sk_store_relaxed(&d->used, used);
    sk_store_relaxed(&d->version, 1);
    if (t != empty_table()) t->stamp = 1;
    return d;
}

static void discard_table(SkDictTable *t) {
    if (t == empty_table()) return;
    for (size_t i = 0; i < sk_load_relaxed(&t->filled); i++) {
        sk_release(sk_slot_peek(&t->entries[i].key));
        sk_release(sk_slot_peek(&t->entries[i].value));
    }
    sk_free(t);
}

SkValue sk_dict_new(void) { return sk_counted(new_dict(empty_table(), 0)); }

SkValue sk_dict_new_sized(size_t n) {
    if (n == 0) return sk_dict_new();
    SkDictTable *t = table_new(n);
    if (!t) return sk_raise_memory();
    SkDict *d = new_dict(t, 0);
    if (!d) discard_table(t);
    return sk_counted(d);
}

SkValue sk_dict_copy(SkValue from) {
    size_t used;
    SkDictTable *t = copy_table(sk_as_dict(from), &used);
    if (!t) return SK_EMPTY;
    SkDict *d = new_dict(t, used);
    if (!d) discard_table(t);
    return sk_counted(d);
}

SkValue sk_dict_new_of(SkType *type) {
    if (type == &sk_dict_type) return sk_dict_new();
    SkDict *d = (SkDict *)sk_type_alloc(type, 0);
    if (!d) return SK_EMPTY;
    sk_store_relaxed(&d->table, empty_table());
    sk_store_relaxed(&d->version, 1);
    return sk_counted(d);
}

// Into an empty dict: takes a copy of the other's table. 1: done, 0: d is not empty any more, -1: exception.
static int adopt_copy(SkDict *d, SkDict *other) {
    size_t used;
    SkDictTable *t = copy_table(other, &used), *old = NULL;
    if (!t) return -1;
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    bool empty = sk_load_relaxed(&d->used) == 0;
    if (empty) {
        old = sk_load_relaxed(&d->table);
        keys_changed_locked(d);
        if (t != empty_table()) t->stamp = sk_load_relaxed(&d->version);
        publish_table(d, t);
        sk_store_relaxed(&d->used, used);
        keys_changed_locked(d);
    }
    sk_unlock(&d->header);
    table_retire(d, old);
    if (!empty) discard_table(t);
    return empty;
}

static bool merge_dict(SkDict *d, SkDict *other, bool override) {
    if (d == other || sk_load_relaxed(&other->used) == 0) return true;
    if (sk_load_relaxed(&d->used) == 0) {
        int adopted = adopt_copy(d, other);
        if (adopted) return adopted > 0;
    }
    size_t n;
    SkDictItem *items = sk_dict_snapshot(other, &n);
    if (!items) return false;
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++) {
        SkValue value = items[i].value;
        items[i].value = SK_EMPTY;
        ok = sk_dict_put(d, items[i].key, items[i].hash, value, !override);
    }
    sk_dict_items_free(items, n);
    return ok;
}

static bool merge_mapping(SkValue dict, SkValue other, bool override) {
    SK_AUTO SkValue keys = sk_call_method_s(other, "keys", NULL, 0);
    if (sk_is_empty(keys)) return false;
    SK_AUTO SkValue it = sk_iter(keys);
    if (sk_is_empty(it)) {
        if (sk_error_clear_if(sk_exc_TypeError))
            sk_raise(sk_exc_TypeError, "%.200T.keys() returned a non-iterable (type %.200T)", other, keys);
        return false;
    }
    for (;;) {
        SK_AUTO SkValue key = sk_own(sk_next(it));
        if (sk_is_empty(key)) return !sk_error_occurred();
        if (!override) {
            int there = sk_dict_contains(dict, key);
            if (there < 0) return false;
            if (there) continue;
        }
        SkValue value = sk_getitem(other, key);
        if (sk_is_empty(value) || !sk_dict_set_steal(dict, key, value)) return false;
    }
}

bool sk_dict_merge(SkValue dict, SkValue other, bool override) {
    if (sk_is_dict(other) && sk_type_of(other)->iter == sk_dict_type.iter)
        return merge_dict(sk_as_dict(dict), sk_as_dict(other), override);
    return merge_mapping(dict, other, override);
}

static bool merge_pair(SkValue dict, SkValue item, size_t i) {
    SK_AUTO SkValue pair = sk_is_exact_tuple(item) ? sk_retain(item) : sk_to_tuple(item);
    if (sk_is_empty(pair)) {
        if (sk_error_clear_if(sk_exc_TypeError))
            sk_raise(sk_exc_TypeError, "cannot convert dictionary update sequence element #%zu to a sequence", i);
        return false;
    }
    size_t n = sk_tuple_len(pair);
    if (n != 2)
        return sk_raise_false(sk_exc_ValueError,
                              "dictionary update sequence element #%zu has length %zu; 2 is required", i, n);
    return sk_dict_set(dict, sk_tuple_peek(pair, 0), sk_tuple_peek(pair, 1));
}

bool sk_dict_update(SkValue dict, SkValue other) {
    if (sk_is_dict(other)) return sk_dict_merge(dict, other, true);
    SkValue keys = sk_getattr_opt_s(other, "keys");
    if (!sk_is_empty(keys)) {
        sk_release(keys);
        return sk_dict_merge(dict, other, true);
    }
    if (sk_error_occurred()) return false;
    SK_AUTO SkValue it = sk_iter(other);
    if (sk_is_empty(it)) return false;
    for (size_t i = 0;; i++) {
        SK_AUTO SkValue item = sk_own(sk_next(it));
        if (sk_is_empty(item)) return !sk_error_occurred();
        if (!merge_pair(dict, item, i)) return false;
    }
}

// ---- for inline caches -----------------------------------------------------------------------------------------------------------------

// An entry's number with the low bits of the stamp above it, so that a later table at the same address is told apart.
enum { ENTRY_BITS = 32 };

int64_t sk_dict_find_entry(SkDict *d, SkValue key, SkDictTable **table) {
    (void)sk_read_begin(&d->header);
    SkDictTable *t = sk_dict_table(d);
    *table = t;
    int64_t ix = find_plain(t, key, sk_str_hash(sk_as_str(key)));
    return ix < 0 || ix >= INT64_C(1) << ENTRY_BITS ? -1 : (int64_t)((t->stamp & INT32_MAX) << ENTRY_BITS) | ix;
}

static SkDictEntry *cached_entry(SkDictTable *t, int64_t entry) {
    if ((t->stamp & INT32_MAX) != (uint64_t)entry >> ENTRY_BITS) return NULL;
    return &t->entries[entry & UINT32_MAX];
}

SkValue sk_dict_load_at(SkDict *d, SkDictTable *table, int64_t entry) {
    bool shared = sk_read_begin(&d->header);
    if (sk_dict_table(d) != table) return SK_EMPTY;
    SkDictEntry *e = cached_entry(table, entry);
    return e ? sk_read_take(shared, sk_slot_peek(&e->value)) : SK_EMPTY;
}

bool sk_dict_store_at(SkDict *d, SkDictTable *table, int64_t entry, SkValue value) {
    sk_lock(&d->header);
    sk_write_begin_locked(&d->header);
    SkDictEntry *e = sk_load_relaxed(&d->table) == table ? cached_entry(table, entry) : NULL;
    SkValue old = e ? sk_slot_peek(&e->value) : SK_EMPTY;
    if (!sk_is_empty(old)) {
        sk_flag_removed_locked(&d->header, old);
        sk_slot_publish(&e->value, sk_retain(value));
    }
    sk_unlock(&d->header);
    if (sk_is_empty(old)) return false;
    sk_release(old);
    return true;
}

// ---- the collector's view ------------------------------------------------------------------------------------------------------------------

static bool is_exact(const SkObject *o) { return sk_type_index(o) == SK_T_DICT; }

size_t sk_dict_trace_some(SkObject *o, size_t from, SkVisit visit, void *arg) {
    SkDictTable *t = sk_dict_table((SkDict *)o);
    size_t n = t ? sk_load_acquire(&t->filled) : 0, end = sk_trace_end(from, n);  // PAIR(dict-filled): with table_add
    for (size_t i = from; i < end; i++) {
        sk_slot_visit(&t->entries[i].key, visit, arg);
        sk_slot_visit(&t->entries[i].value, visit, arg);
    }
    if (end < n) return end;
    if (!is_exact(o)) sk_instance_trace(o, visit, arg);
    return 0;
}

void sk_dict_trace(SkObject *o, SkVisit visit, void *arg) {
    for (size_t at = 0; (at = sk_dict_trace_some(o, at, visit, arg));) {}
}

void sk_dict_clear_refs(SkObject *o) {
    sk_dict_clear(sk_counted(o));
    if (!is_exact(o)) sk_instance_clear(o);
}

void sk_dict_destroy(SkObject *o) {
    SkDict *d = (SkDict *)o;
    if (!is_exact(o)) sk_instance_drop_attributes(o);
    SkDictTable *t = sk_load_relaxed(&d->table);
    bool shared = sk_is_shared(o);
    for (size_t i = 0, n = t ? sk_load_relaxed(&t->filled) : 0; i < n; i++) {
        sk_slot_drop(shared, &t->entries[i].key);
        sk_slot_drop(shared, &t->entries[i].value);
    }
    table_retire(d, t);
    if (is_exact(o))
        sk_object_free(o, sizeof *d);
    else
        sk_instance_free(o, 0);
}

size_t sk_dict_sizeof(SkDict *d) {
    (void)sk_read_begin(&d->header);
    SkDictTable *t = sk_dict_table(d);
    return t == empty_table() ? 0 : table_size(t);
}
