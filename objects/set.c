// set and frozenset: open addressing with stored hashes.
//
// S1  An entry's hash is written before its key is published. A key that is removed leaves a dummy, which another key may
//     replace: a reader that sees the new hash beside the old key passes over a key that was removed meanwhile.
// S2  A table that was replaced is never written again; it is retired.
// S3  Every change raises the set's version afterwards, still under the lock: if the version read before a lookup that
//     found nothing is still there under the lock, the key is still absent.
// S4  What leaves a SHARED set is flagged under the lock, before its reference is used or released.
// Writers hold the set's lock; readers hold nothing, as in dict.c. The order of probing and the sizes tables grow to
// are CPython's, so that a set of integers is printed in the order that people have come to expect.
#include "objects/set.h"

#include "base/alloc.h"
#include "base/siphash.h"
#include "objects/error.h"
#include "objects/protocol.h"
#include "objects/set_internal.h"
#include "objects/quick_equal.h"
#include "objects/shape.h"
#include "objects/slot_drop.h"
#include "objects/str.h"

enum { MIN_ENTRIES = 8, LINEAR_PROBES = 9, FOUND_NONE = -1, NEEDS_CALL = -3, FAILED = -4 };

static const uint64_t dummy_word = ((uint64_t)8 << 3) | SK_TAG_SPECIAL;  // SK_MARK_STOP
static bool is_dummy(SkValue v) { return v.w == dummy_word; }
static bool is_key(SkValue v) { return !sk_is_empty(v) && !is_dummy(v); }

// The table of all empty sets: one empty entry. Never written.
static uint64_t empty_words[(sizeof(SkSetTable) + sizeof(SkSetEntry)) / 8];
static SkSetTable *empty_table(void) { return (SkSetTable *)(void *)empty_words; }

static SkSetTable *table_of(SkSet *s) {
    // PAIR(set-table): with publish_table; without it a reader could see the new table's entries unwritten
    return sk_load_acquire(&s->table);
}

static void publish_table(SkSet *s, SkSetTable *t) { sk_store_release(&s->table, t); }  // PAIR(set-table)

static void changed_locked(SkSet *s) {
    // PAIR(set-version): with find_and_lock; without it a lookup could miss a key that this version includes
    sk_store_release(&s->version, sk_load_relaxed(&s->version) + 1);
}

static size_t table_size(const SkSetTable *t) { return sizeof *t + (t->mask + 1) * sizeof(SkSetEntry); }

static SkSetTable *table_new(size_t entries) {
    SkSetTable *t = sk_calloc(1, sizeof *t + entries * sizeof(SkSetEntry));
    if (t) t->mask = entries - 1;
    return t;
}

static void table_retire(SkSet *s, SkSetTable *t) {
    if (t && t != empty_table()) sk_buffer_retire(&s->header, t, table_size(t));
}

// ---- probing: a few neighbours, then a jump -----------------------------------------------------------------------------

typedef struct {
    uint64_t base, perturb;
    unsigned step, steps;
} Probe;

static inline void probe_set_steps(const SkSetTable *t, Probe *p) {
    p->step = 0;
    p->steps = p->base + LINEAR_PROBES <= t->mask ? LINEAR_PROBES : 0;
}

static inline Probe probe_start(const SkSetTable *t, int64_t hash) {
    Probe p = {(uint64_t)hash & t->mask, (uint64_t)hash, 0, 0};
    probe_set_steps(t, &p);
    return p;
}

static inline SkSetEntry *probe_at(SkSetTable *t, const Probe *p) { return &t->entries[p->base + p->step]; }

static inline void probe_next(const SkSetTable *t, Probe *p) {
    if (p->step < p->steps) {
        p->step++;
        return;
    }
    p->perturb >>= 5;
    p->base = (p->base * 5 + 1 + p->perturb) & t->mask;
    probe_set_steps(t, p);
}

int64_t sk_set_hash_key_slow(SkValue key) {
    int64_t h = sk_hash(key);
    if (sk_unlikely(h == -1)) {
        SK_AUTO SkValue exc = sk_error_take();
        if (sk_type_of(exc) == sk_exc_TypeError)
            sk_raise(sk_exc_TypeError, "cannot use '%T' as a set element (%S)", key, exc);
        else
            sk_error_restore(sk_move(&exc));
    }
    return h;
}

// The entry's number, FOUND_NONE (*free_at is where the key would go), or NEEDS_CALL.
static inline int64_t find_plain(SkSetTable *t, SkValue key, int64_t hash, int64_t *free_at) {
    int64_t dummy = FOUND_NONE;
    for (Probe p = probe_start(t, hash);; probe_next(t, &p)) {
        SkSetEntry *e = probe_at(t, &p);
        SkValue stored = sk_slot_peek(&e->key);
        if (sk_is_empty(stored)) {
            *free_at = dummy == FOUND_NONE ? e - t->entries : dummy;
            return FOUND_NONE;
        }
        if (sk_is(stored, key)) return e - t->entries;
        if (is_dummy(stored)) {
            dummy = e - t->entries;
            continue;
        }
        if (sk_load_relaxed(&e->hash) != hash) continue;
        int same = sk_quick_equal(stored, key);
        if (same > 0) return e - t->entries;
        if (same < 0) return NEEDS_CALL;
    }
}

// Without the lock; may run Python code. The table and the entry are valid until the next safepoint.
static int64_t find(SkSet *s, SkValue key, int64_t hash, SkSetTable **table) {
    bool shared = sk_read_begin(&s->header);
restart:;
    SkSetTable *t = table_of(s);
    *table = t;
    for (Probe p = probe_start(t, hash);; probe_next(t, &p)) {
        SkSetEntry *e = probe_at(t, &p);
        SkValue stored = sk_slot_peek(&e->key);
        if (sk_is_empty(stored)) return FOUND_NONE;
        if (sk_is(stored, key)) return e - t->entries;
        if (sk_load_relaxed(&e->hash) != hash || is_dummy(stored)) continue;
        int same = sk_quick_equal(stored, key);
        if (same == 0) continue;
        if (same < 0) {
            // PAIR(set-version): with changed_locked
            uint64_t version = sk_load_acquire(&s->version);
            SkValue held = sk_own(sk_read_take(shared, stored));
            same = sk_compare_bool(held, key, SK_EQ);
            sk_release(held);
            if (same < 0) return FAILED;
            shared = sk_read_begin(&s->header);
            if (sk_load_acquire(&s->version) != version || table_of(s) != t) goto restart;
            if (same == 0) continue;
        }
        return e - t->entries;
    }
}

// Where a key that is not in the table goes: in the last dummy on its way, or the first empty entry.
static int64_t free_place(SkSetTable *t, int64_t hash) {
    int64_t dummy = FOUND_NONE;
    for (Probe p = probe_start(t, hash);; probe_next(t, &p)) {
        SkSetEntry *e = probe_at(t, &p);
        SkValue stored = sk_slot_peek(&e->key);
        if (sk_is_empty(stored)) return dummy == FOUND_NONE ? e - t->entries : dummy;
        if (is_dummy(stored)) dummy = e - t->entries;
    }
}

// Finds key and leaves the set locked: an entry, FOUND_NONE, or (unlocked) FAILED.
static SK_NOINLINE int64_t find_and_lock_slow(SkSet *s, SkValue key, int64_t hash, int64_t *free_at) {
    for (;;) {
        sk_write_begin_locked(&s->header);
        int64_t i = find_plain(sk_load_relaxed(&s->table), key, hash, free_at);
        if (i != NEEDS_CALL) return i;
        sk_unlock(&s->header);
        SkSetTable *t;
        // PAIR(set-version): with changed_locked
        uint64_t version = sk_load_acquire(&s->version);
        i = find(s, key, hash, &t);
        if (i == FAILED) return i;
        sk_lock(&s->header);
        if (sk_load_relaxed(&s->version) != version) continue;
        sk_write_begin_locked(&s->header);
        if (i == FOUND_NONE) *free_at = free_place(t, hash);
        return i;
    }
}

// The same for most keys, which need no call to be compared.
static inline int64_t find_and_lock(SkSet *s, SkValue key, int64_t hash, int64_t *free_at) {
    sk_lock(&s->header);
    sk_write_begin_locked(&s->header);
    int64_t i = find_plain(sk_load_relaxed(&s->table), key, hash, free_at);
    return sk_likely(i != NEEDS_CALL) ? i : find_and_lock_slow(s, key, hash, free_at);
}

// ---- reading ----------------------------------------------------------------------------------------------------------------

int sk_set_contains_hashed(SkSet *s, SkValue key, int64_t hash) {
    SkSetTable *t;
    int64_t i = find(s, key, hash, &t);
    return i >= 0 ? 1 : i == FOUND_NONE ? 0 : -1;
}

int sk_set_contains(SkValue s, SkValue key) {
    int64_t hash = sk_set_hash_key(key);
    return hash == -1 ? -1 : sk_set_contains_hashed(sk_as_set(s), key, hash);
}

size_t sk_set_len(SkValue s) { return sk_load_relaxed(&sk_as_set(s)->used); }

SkValue sk_set_entry_from(SkSet *s, size_t *pos) {
    bool shared = sk_read_begin(&s->header);
    SkSetTable *t = table_of(s);
    for (size_t i = *pos; i <= t->mask; i++) {
        SkValue key = sk_slot_peek(&t->entries[i].key);
        if (!is_key(key)) continue;
        *pos = i;
        return sk_read_take(shared, key);
    }
    *pos = t->mask + 1;
    return SK_EMPTY;
}

bool sk_set_next(SkValue s, size_t *pos, SkValue *key) {
    *key = sk_own(sk_set_entry_from(sk_as_set(s), pos));
    if (sk_is_empty(*key)) return false;
    ++*pos;
    return true;
}

SkSetItem *sk_set_snapshot(SkSet *s, size_t *n) {
    sk_lock(&s->header);
    SkSetTable *t = sk_load_relaxed(&s->table);
    size_t used = sk_load_relaxed(&s->used), k = 0;
    SkSetItem *items = sk_malloc((used ? used : 1) * sizeof *items);
    for (size_t i = 0; items && i <= t->mask; i++) {
        SkValue key = sk_slot_peek(&t->entries[i].key);
        if (is_key(key)) items[k++] = (SkSetItem){sk_retain(key), sk_load_relaxed(&t->entries[i].hash)};
    }
    sk_unlock(&s->header);
    if (!items) sk_raise_memory();
    *n = k;
    return items;
}

void sk_set_items_free(SkSetItem *items, size_t n) {
    for (size_t i = 0; i < n; i++) sk_release(items[i].key);
    sk_free(items);
}

size_t sk_set_sizeof(SkSet *s) {
    (void)sk_read_begin(&s->header);
    SkSetTable *t = table_of(s);
    return t == empty_table() ? 0 : table_size(t);
}

// ---- writing --------------------------------------------------------------------------------------------------------------------

// Puts a key (counted, stolen) into a table where it is not and where there is room.
static void table_put(SkSetTable *t, int64_t i, SkValue key, int64_t hash) {
    SkSetEntry *e = &t->entries[i];
    sk_store_relaxed(&e->hash, hash);
    sk_slot_publish(&e->key, key);
    t->fill++;
}

static void table_copy(SkSetTable *to, SkSetTable *from, bool retained) {
    for (size_t i = 0; i <= from->mask; i++) {
        SkValue key = sk_slot_peek(&from->entries[i].key);
        if (!is_key(key)) continue;
        int64_t hash = sk_load_relaxed(&from->entries[i].hash);
        Probe p = probe_start(to, hash);
        while (!sk_is_empty(sk_slot_peek(&probe_at(to, &p)->key))) probe_next(to, &p);
        table_put(to, probe_at(to, &p) - to->entries, retained ? sk_retain(key) : key, hash);
    }
}

// The same, key by key in its place: the tables are of one size and have no dummies.
static void table_copy_as_is(SkSetTable *to, SkSetTable *from) {
    for (size_t i = 0; i <= from->mask; i++) {
        SkValue key = sk_slot_peek(&from->entries[i].key);
        if (!sk_is_empty(key)) table_put(to, (int64_t)i, sk_retain(key), sk_load_relaxed(&from->entries[i].hash));
    }
}

static SkSetTable *table_above(size_t target) {
    size_t entries = MIN_ENTRIES;
    if (target > SIZE_MAX / 64) return NULL;
    while (entries <= target) entries *= 2;
    return table_new(entries);
}

// What a table that has become too full, or too full of dummies, grows to.
static size_t roomy(size_t used) { return used > 50000 ? used * 2 : used * 4; }

static bool is_crowded(size_t fill, size_t mask) { return fill * 5 >= mask * 3; }

static bool rebuild_locked(SkSet *s, size_t target, SkSetTable **old) {
    SkSetTable *t = sk_load_relaxed(&s->table), *fresh = table_above(target);
    if (!fresh) return false;
    table_copy(fresh, t, false);
    fresh->finger = t->finger;
    publish_table(s, fresh);
    *old = t;
    return true;
}

// Where there was room for one key less than a table may hold: grows, or takes the key out again if memory is out.
static SK_NOINLINE bool grow_locked(SkSet *s, int64_t i, SkSetTable **old) {
    SkSetTable *t = sk_load_relaxed(&s->table);
    size_t used = sk_load_relaxed(&s->used);
    // Without the memory for a larger table one entry must stay empty: then the key does not go in.
    if (rebuild_locked(s, roomy(used), old) || t->fill != t->mask) return true;
    sk_slot_publish(&t->entries[i].key, SK_EMPTY);
    t->fill--;
    sk_store_relaxed(&s->used, used - 1);
    return false;
}

static SK_NOINLINE bool first_table_locked(SkSet *s) {
    SkSetTable *t = table_new(MIN_ENTRIES);
    if (t) publish_table(s, t);
    return t != NULL;
}

// Adds a key where nobody else can look, the table stays roomy and no comparison is a call: 1 added, 0 there, -1 the general way.
static inline int add_alone(SkSet *s, SkValue key, int64_t hash, bool retained) {
    if (sk_multithreaded || !sk_is_mine(&s->header) || sk_is_shared(&s->header)) return -1;
    SkSetTable *t = sk_load_relaxed(&s->table);
    SkSetEntry *dummy = NULL;   // the last on the way, as in find_plain
    for (Probe p = probe_start(t, hash);; probe_next(t, &p)) {
        SkSetEntry *e = probe_at(t, &p);
        SkValue stored = sk_slot_peek(&e->key);
        if (sk_is_empty(stored)) {
            if (dummy) {
                e = dummy;
                t->fill--;
            } else if (is_crowded(t->fill + 1, t->mask)) {
                return -1;
            }
            sk_store_relaxed(&e->hash, hash);
            sk_slot_init(&e->key, retained ? sk_retain(key) : key);
            t->fill++;
            sk_store_relaxed(&s->used, sk_load_relaxed(&s->used) + 1);
            changed_locked(s);
            return 1;
        }
        if (sk_is(stored, key)) return 0;
        if (is_dummy(stored)) {
            dummy = e;
            continue;
        }
        if (sk_load_relaxed(&e->hash) != hash) continue;
        int same = sk_quick_equal(stored, key);
        if (same) return same > 0 ? 0 : -1;
    }
}

bool sk_set_add_hashed(SkSet *s, SkValue key, int64_t hash, bool *added) {
    int alone = add_alone(s, key, hash, true);
    if (alone >= 0) {
        if (added) *added = alone;
        return true;
    }
    int64_t i, found = find_and_lock(s, key, hash, &i);
    if (added) *added = found == FOUND_NONE;
    if (sk_unlikely(found == FAILED)) return false;
    if (found >= 0) {
        sk_unlock(&s->header);
        return true;
    }
    SkSetTable *old = NULL;
    bool ok = true;
    if (sk_unlikely(sk_load_relaxed(&s->table) == empty_table())) {
        ok = first_table_locked(s);
        i = hash & (MIN_ENTRIES - 1);
    }
    if (sk_likely(ok)) {
        SkSetTable *t = sk_load_relaxed(&s->table);
        bool reused = is_dummy(sk_slot_peek(&t->entries[i].key));
        table_put(t, i, sk_retain(key), hash);
        t->fill -= reused;
        sk_store_relaxed(&s->used, sk_load_relaxed(&s->used) + 1);
        if (sk_unlikely(!reused && is_crowded(t->fill, t->mask))) ok = grow_locked(s, i, &old);
        changed_locked(s);
    }
    sk_unlock(&s->header);
    if (sk_unlikely(old != NULL)) table_retire(s, old);
    if (sk_likely(ok)) return true;
    sk_raise_memory();
    return false;
}

bool sk_set_add_steal(SkSet *s, SkValue key, int64_t hash) {
    int alone = add_alone(s, key, hash, false);
    if (sk_likely(alone > 0)) return true;
    bool ok = alone == 0 || sk_set_add_hashed(s, key, hash, NULL);
    if (sk_is_ptr(key) && !sk_is_immortal(sk_ptr(key))) sk_decref(sk_ptr(key));
    return ok;
}

bool sk_set_make_room(SkSet *s, size_t more) {
    SkSetTable *old = NULL;
    sk_lock(&s->header);
    sk_write_begin_locked(&s->header);
    SkSetTable *t = sk_load_relaxed(&s->table);
    size_t mask = t == empty_table() ? MIN_ENTRIES - 1 : t->mask;
    bool ok = !is_crowded(t->fill + more, mask) || rebuild_locked(s, (sk_load_relaxed(&s->used) + more) * 2, &old);
    if (old) changed_locked(s);
    sk_unlock(&s->header);
    table_retire(s, old);
    if (!ok) sk_raise_memory();
    return ok;
}

bool sk_set_drop_dummies(SkSet *s) {
    SkSetTable *old = NULL;
    sk_lock(&s->header);
    sk_write_begin_locked(&s->header);
    SkSetTable *t = sk_load_relaxed(&s->table);
    size_t used = sk_load_relaxed(&s->used);
    bool ok = t->fill - used <= t->mask / 4 || rebuild_locked(s, roomy(used), &old);
    if (old) changed_locked(s);
    sk_unlock(&s->header);
    table_retire(s, old);
    if (!ok) sk_raise_memory();
    return ok;
}

bool sk_set_is_fresh(SkSet *s) {
    (void)sk_read_begin(&s->header);
    return table_of(s) == empty_table();
}

bool sk_set_add(SkValue s, SkValue key) {
    int64_t hash = sk_set_hash_key(key);
    return hash != -1 && sk_set_add_hashed(sk_as_set(s), key, hash, NULL);
}

static SkValue remove_locked(SkSet *s, int64_t i) {
    SkSetTable *t = sk_load_relaxed(&s->table);
    SkValue key = sk_slot_peek(&t->entries[i].key);
    sk_flag_removed_locked(&s->header, key);
    sk_slot_publish(&t->entries[i].key, (SkValue){dummy_word});
    sk_store_relaxed(&s->used, sk_load_relaxed(&s->used) - 1);
    changed_locked(s);
    return key;
}

int sk_set_remove_hashed(SkSet *s, SkValue key, int64_t hash) {
    int64_t free_at, i = find_and_lock(s, key, hash, &free_at);
    if (i == FAILED) return -1;
    SkValue removed = i >= 0 ? remove_locked(s, i) : SK_EMPTY;
    sk_unlock(&s->header);
    sk_release(removed);
    return i >= 0;
}

int sk_set_discard(SkValue s, SkValue key) {
    int64_t hash = sk_set_hash_key(key);
    return hash == -1 ? -1 : sk_set_remove_hashed(sk_as_set(s), key, hash);
}

SkValue sk_set_take(SkSet *s) {
    SkValue key = SK_EMPTY;
    sk_lock(&s->header);
    sk_write_begin_locked(&s->header);
    if (sk_load_relaxed(&s->used)) {
        SkSetTable *t = sk_load_relaxed(&s->table);
        size_t i = t->finger & t->mask;
        while (!is_key(sk_slot_peek(&t->entries[i].key))) i = (i + 1) & t->mask;
        key = remove_locked(s, (int64_t)i);
        t->finger = i + 1;
    }
    sk_unlock(&s->header);
    return key;
}

static void release_keys(SkSetTable *t) {
    for (size_t i = 0; i <= t->mask; i++) {
        SkValue key = sk_slot_peek(&t->entries[i].key);
        if (is_key(key)) sk_release(key);
    }
}

static void flag_keys_locked(SkSet *s) {
    SkSetTable *t = sk_load_relaxed(&s->table);
    if (!sk_is_shared(&s->header)) return;
    for (size_t i = 0; i <= t->mask; i++) sk_flag_removed_locked(&s->header, sk_slot_peek(&t->entries[i].key));
}

void sk_set_clear(SkSet *s) {
    sk_lock(&s->header);
    sk_write_begin_locked(&s->header);
    SkSetTable *t = sk_load_relaxed(&s->table);
    flag_keys_locked(s);
    publish_table(s, empty_table());
    sk_store_relaxed(&s->used, 0);
    changed_locked(s);
    sk_unlock(&s->header);
    release_keys(t);
    table_retire(s, t);
}

void sk_set_swap(SkSet *a, SkSet *b) {
    sk_lock_two(&a->header, &b->header);
    sk_write_begin_locked(&a->header);
    sk_write_begin_locked(&b->header);
    // Either's readers may hold borrowed keys, and its table, while the other releases them.
    flag_keys_locked(a);
    flag_keys_locked(b);
    if (sk_is_shared(&a->header) != sk_is_shared(&b->header)) {
        sk_or_relaxed(&a->header.tl, SK_SHARED);
        sk_or_relaxed(&b->header.tl, SK_SHARED);
    }
    SkSetTable *t = sk_load_relaxed(&a->table);
    size_t used = sk_load_relaxed(&a->used);
    publish_table(a, sk_load_relaxed(&b->table));
    sk_store_relaxed(&a->used, sk_load_relaxed(&b->used));
    publish_table(b, t);
    sk_store_relaxed(&b->used, used);
    changed_locked(a);
    changed_locked(b);
    sk_unlock_two(&a->header, &b->header);
}

bool sk_set_take_all(SkSet *s, SkSet *from) {
    sk_lock(&s->header);
    sk_write_begin_locked(&s->header);
    bool ok = sk_load_relaxed(&s->table) == empty_table();
    if (ok) {
        publish_table(s, sk_load_relaxed(&from->table));
        sk_store_relaxed(&s->used, sk_load_relaxed(&from->used));
        publish_table(from, empty_table());
        sk_store_relaxed(&from->used, 0);
        changed_locked(s);
    }
    sk_unlock(&s->header);
    return ok;
}

// ---- making ------------------------------------------------------------------------------------------------------------------------

SkValue sk_set_new_of(SkType *type) {
    bool exact = type == &sk_set_type || type == &sk_frozenset_type;
    SkSet *s = exact ? (SkSet *)sk_container_new(&type->head, sizeof *s) : (SkSet *)sk_type_alloc(type, 0);
    if (!s) return exact ? sk_raise_memory() : SK_EMPTY;
    sk_store_relaxed(&s->table, empty_table());
    return sk_counted(s);
}

// A table with the keys of a set, counted anew; *used is 0, and NULL no error, if it has none. NULL: memory is out.
static SkSetTable *clone_table(SkSet *other, size_t *n) {
    SkSetTable *t = NULL;
    sk_lock(&other->header);
    size_t used = *n = sk_load_relaxed(&other->used);
    if (used) {
        SkSetTable *source = sk_load_relaxed(&other->table);
        t = is_crowded(used, MIN_ENTRIES - 1) ? table_above(used * 2) : table_new(MIN_ENTRIES);
        if (t && t->mask == source->mask && source->fill == used)
            table_copy_as_is(t, source);
        else if (t)
            table_copy(t, source, true);
    }
    sk_unlock(&other->header);
    return t;
}

SkValue sk_set_copy_as(SkType *type, SkValue from) {
    SkValue v = sk_set_new_of(type);
    if (sk_is_empty(v)) return v;
    size_t used;
    SkSet *s = sk_as_set(v);
    SkSetTable *t = clone_table(sk_as_set(from), &used);
    if (used == 0) return v;
    if (!t) {
        sk_release(v);
        return sk_raise_memory();
    }
    sk_store_relaxed(&s->used, used);
    publish_table(s, t);
    return v;
}

int sk_set_adopt_copy(SkSet *s, SkSet *other) {
    size_t used;
    if (sk_multithreaded || !sk_set_is_fresh(s)) return 0;
    SkSetTable *t = clone_table(other, &used);
    if (used == 0) return 1;
    if (!t) return sk_raise_memory(), -1;
    publish_table(s, t);
    sk_store_relaxed(&s->used, used);
    changed_locked(s);
    return 1;
}

static SkValue new_from(SkType *type, SkValue iterable) {
    SkValue s = sk_set_new_of(type);
    if (sk_is_empty(s) || sk_is_empty(iterable) || sk_set_update(s, iterable)) return s;
    sk_release(s);
    return SK_EMPTY;
}

SkValue sk_set_new(SkValue iterable) { return new_from(&sk_set_type, iterable); }
SkValue sk_frozenset_new(SkValue iterable) { return new_from(&sk_frozenset_type, iterable); }

// ---- the collector's view ----------------------------------------------------------------------------------------------------------

static bool is_exact(const SkObject *o) {
    return sk_type_index(o) == SK_T_SET || sk_type_index(o) == SK_T_FROZENSET;
}

size_t sk_set_trace_some(SkObject *o, size_t from, SkVisit visit, void *arg) {
    SkSetTable *t = table_of((SkSet *)o);
    size_t n = t ? (size_t)t->mask + 1 : 0, end = sk_trace_end(from, n);
    for (size_t i = from; i < end; i++) sk_slot_visit(&t->entries[i].key, visit, arg);
    if (end < n) return end;
    if (!is_exact(o)) sk_instance_trace(o, visit, arg);
    return 0;
}

void sk_set_trace(SkObject *o, SkVisit visit, void *arg) {
    for (size_t at = 0; (at = sk_set_trace_some(o, at, visit, arg));) {}
}

void sk_set_clear_refs(SkObject *o) {
    sk_set_clear((SkSet *)o);
    if (!is_exact(o)) sk_instance_clear(o);
}

void sk_set_destroy(SkObject *o) {
    SkSet *s = (SkSet *)o;
    if (!is_exact(o)) sk_instance_drop_attributes(o);
    SkSetTable *t = sk_load_relaxed(&s->table);
    bool shared = sk_is_shared(o);
    if (t && t != empty_table())
        for (size_t i = 0; i <= t->mask; i++) sk_slot_drop(shared, &t->entries[i].key);
    table_retire(s, t);
    if (is_exact(o))
        sk_object_free(o, sizeof *s);
    else
        sk_instance_free(o, 0);
}
