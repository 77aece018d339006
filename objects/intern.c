// Interned strings: for each content one str, immortal.
//
// The table is split into shards by hash; each is an open-addressing array of strings, never shrinking, in which an
// entry once set never changes. Readers take no lock: they load the array, then probe until an empty entry.
// A writer holds its shard's mutex. When an array is two thirds full, a copy of twice the size replaces it; the old
// one stays reachable for readers (all old ones together are smaller than the newest), so nothing is reclaimed.
// A reader that misses an entry because of a race looks again under the mutex.
// Progress: lookups of what is there are wait-free; the mutex is held for a bounded time, and never across a safepoint.
#include "objects/intern.h"

#include <pthread.h>

#include "base/alloc.h"
#include "base/siphash.h"
#include "objects/bytes.h"
#include "objects/error.h"
#include "objects/str_internal.h"

enum { SHARD_BITS = 4, SHARDS = 1 << SHARD_BITS, FIRST_CAPACITY = 256 };

typedef struct Array {
    size_t mask;
    struct Array *older;
    _Atomic(SkStr *) entries[];
} Array;

typedef struct {
    pthread_mutex_t mutex;
    _Atomic(Array *) array;  // written under mutex
    size_t used;             // under mutex
} Shard;

static Shard shards[SHARDS];

static Array *new_array(size_t capacity, Array *older) {
    Array *a = sk_calloc(1, sizeof(Array) + capacity * sizeof(SkStr *));
    if (!a) return NULL;
    a->mask = capacity - 1;
    a->older = older;
    return a;
}

static Shard *shard_of(int64_t hash) { return &shards[(uint64_t)hash >> (64 - SHARD_BITS)]; }

// The entry with this content, or NULL with *free the first empty place.
static SkStr *probe(Array *a, int64_t hash, const void *data, unsigned kind, size_t length, size_t *free) {
    for (size_t i = (size_t)hash & a->mask;; i = (i + 1) & a->mask) {
        // PAIR(intern-entry): with insert(); without it the string's fields could look unwritten
        SkStr *s = sk_load_acquire(&a->entries[i]);
        if (!s) {
            *free = i;
            return NULL;
        }
        if (sk_load_relaxed(&s->hash) == hash && s->length == length && s->kind == kind &&
            memcmp(s->data, data, length * kind) == 0)
            return s;
    }
}

static SkStr *lookup(int64_t hash, const void *data, unsigned kind, size_t length) {
    size_t free;
    // PAIR(intern-array): with grow() and sk_str_init; without it the entries could look unwritten
    return probe(sk_load_acquire(&shard_of(hash)->array), hash, data, kind, length, &free);
}

static Array *grow(Shard *shard, Array *old) {
    Array *a = new_array((old->mask + 1) * 2, old);
    if (!a) return NULL;
    for (size_t i = 0; i <= old->mask; i++) {
        SkStr *s = sk_load_relaxed(&old->entries[i]);
        if (!s) continue;
        size_t free;
        probe(a, sk_load_relaxed(&s->hash), s->data, s->kind, s->length, &free);
        sk_store_relaxed(&a->entries[free], s);
    }
    // PAIR(intern-array): with lookup()
    sk_store_release(&shard->array, a);
    return a;
}

// The string that stands in the table in the end; s itself if it was entered. NULL: out of memory.
static SkStr *insert(SkStr *s, int64_t hash) {
    Shard *shard = shard_of(hash);
    pthread_mutex_lock(&shard->mutex);
    Array *a = sk_load_relaxed(&shard->array);
    if (shard->used * 3 > a->mask * 2) a = grow(shard, a);
    SkStr *found = NULL;
    if (a) {
        size_t free;
        found = probe(a, hash, s->data, s->kind, s->length, &free);
        if (!found) {
            sk_make_immortal(&s->header);
            sk_or_relaxed(&s->header.tl, SK_INTERNED);
            // PAIR(intern-entry): with probe()
            sk_store_release(&a->entries[free], s);
            shard->used++;
            found = s;
        }
    }
    pthread_mutex_unlock(&shard->mutex);
    return found;
}

SkValue sk_intern(SkValue v) {
    if (sk_is_empty(v)) return v;
    SkStr *s = sk_as_str(v);
    if (sk_is_interned(v)) return sk_counted(s);
    int64_t hash = sk_str_hash(s);
    SkStr *found = lookup(hash, s->data, s->kind, s->length);
    if (!found) {
        if (!sk_is_exact_str(v) || s->roomy) { // an instance of a subclass has attributes; spare room is waste for good
            SkStr *copy = sk_str_new(s->length, sk_str_class(s));
            if (!copy) {
                sk_release(v);
                return SK_EMPTY;
            }
            memcpy(copy->data, s->data, s->length * s->kind);
            sk_release(v);
            v = sk_counted(copy);
        }
        v = sk_own(v);
        s = sk_as_str(v);
        sk_str_hash(s);
        found = insert(s, hash);
        if (found == s) return v;
    }
    sk_release(v);
    return found ? sk_counted(found) : sk_raise_memory();
}

SkValue sk_intern_s(const char *utf8) {
    size_t n = strlen(utf8);
    if (sk_ascii_prefix(utf8, n) == n) {
        SkStr *found = lookup(sk_hash_bytes(utf8, n), utf8, 1, n);
        if (found) return sk_counted(found);
    }
    return sk_intern(sk_str_from_wtf8(utf8, n));
}

static void lock_all(void) {
    for (int i = 0; i < SHARDS; i++) pthread_mutex_lock(&shards[i].mutex);
}

static void unlock_all(void) {
    for (int i = SHARDS; i-- > 0;) pthread_mutex_unlock(&shards[i].mutex);
}

size_t sk_intern_count(void) {
    size_t n = 0;
    for (int i = 0; i < SHARDS; i++) {
        pthread_mutex_lock(&shards[i].mutex);
        n += shards[i].used;
        pthread_mutex_unlock(&shards[i].mutex);
    }
    return n;
}

bool sk_str_init(void) {
    for (int i = 0; i < SHARDS; i++) {
        Array *a = new_array(FIRST_CAPACITY, NULL);
        if (!a || pthread_mutex_init(&shards[i].mutex, NULL)) return false;
        // PAIR(intern-array): with lookup()
        sk_store_release(&shards[i].array, a);
    }
    if (pthread_atfork(lock_all, unlock_all, unlock_all)) return false; // a child must not find a mutex held
    SkStr *empty = sk_str_new(0, 0);
    if (!empty) return false;
    sk_names.empty = sk_intern(sk_counted(empty));
    for (uint32_t c = 0; c < 256; c++) {
        SkStr *s = sk_str_new(1, c);
        if (!s) return false;
        s->data[0] = (char)c;
        sk_names.latin1[c] = sk_intern(sk_counted(s));
        if (sk_is_empty(sk_names.latin1[c])) return false;
    }
    return !sk_is_empty(sk_names.empty) && sk_bytes_init();
}
