// The table is an array of shards, each a chained hash table under its mutex. Looking a block up happens when a weak
// reference is made and when an object that has one dies; a `ref()` goes through the block alone.
#include "gc/weak.h"

#include <pthread.h>

#include "base/alloc.h"
#include "gc/reclaim.h"

enum { SHARDS = 64 };

typedef struct Entry {
    struct Entry *next;
    SkObject *object;
    SkWeakControl *control;
} Entry;

typedef struct {
    pthread_mutex_t mutex;
    Entry **buckets;
    size_t capacity, count;
} Shard;

static Shard shards[SHARDS] = {[0 ... SHARDS - 1] = {PTHREAD_MUTEX_INITIALIZER, NULL, 0, 0}};
SkWeakVerdict sk_weak_committed = {SK_VERDICT_COMMITTED};
void (*sk_weak_died_hook)(SkWeakControl *c);

static uint64_t hash(const SkObject *o) {
    uint64_t h = (uint64_t)(uintptr_t)o >> 4;
    return h * 0x9E3779B97F4A7C15u;
}

static Shard *shard_of(uint64_t h) { return &shards[h >> 58]; }

static Entry **find(Shard *s, uint64_t h, const SkObject *o) {
    if (!s->capacity) return NULL;
    for (Entry **e = &s->buckets[h & (s->capacity - 1)]; *e; e = &(*e)->next)
        if ((*e)->object == o) return e;
    return NULL;
}

static bool grow(Shard *s) {
    size_t capacity = s->capacity ? s->capacity * 2 : 64;
    Entry **buckets = sk_calloc(capacity, sizeof *buckets);
    if (!buckets) return s->capacity != 0;  // a full table still works
    for (size_t i = 0; i < s->capacity; i++) {
        for (Entry *e = s->buckets[i], *next; e; e = next) {
            next = e->next;
            Entry **b = &buckets[hash(e->object) & (capacity - 1)];
            e->next = *b;
            *b = e;
        }
    }
    sk_free(s->buckets);
    s->buckets = buckets;
    s->capacity = capacity;
    return true;
}

SkWeakControl *sk_weak_control(SkObject *o) {
    uint64_t h = hash(o);
    Shard *s = shard_of(h);
    pthread_mutex_lock(&s->mutex);
    Entry **e = find(s, h, o);
    SkWeakControl *c = e ? (*e)->control : NULL;
    if (c) {
        sk_add_relaxed(&c->users, 1);
    } else if (s->count < s->capacity || grow(s)) {
        Entry *entry = sk_malloc(sizeof *entry);
        c = entry ? sk_calloc(1, sizeof *c) : NULL;
        if (c) {
            sk_store_relaxed(&c->users, 2);
            sk_store_relaxed(&c->target, o);
            Entry **b = &s->buckets[h & (s->capacity - 1)];
            *entry = (Entry){*b, o, c};
            *b = entry;
            s->count++;
            // The first weak reference clears CAND in the operation that sets WEAK.
            uint32_t w = sk_load_relaxed(&o->shared);
            while (!sk_cas_weak_acq_rel(&o->shared, &w, (w | SK_WEAK) & ~(uint32_t)SK_CAND)) {}
        } else {
            sk_free(entry);
        }
    }
    pthread_mutex_unlock(&s->mutex);
    return c;
}

SkWeakControl *sk_weak_find(SkObject *o) {
    if (!(sk_load_relaxed(&o->shared) & SK_WEAK)) return NULL;
    uint64_t h = hash(o);
    Shard *s = shard_of(h);
    pthread_mutex_lock(&s->mutex);
    Entry **e = find(s, h, o);
    SkWeakControl *c = e ? (*e)->control : NULL;
    pthread_mutex_unlock(&s->mutex);
    return c;
}

void sk_weak_control_release(SkWeakControl *c) {
    if (sk_sub_acq_rel(&c->users, 1) == 1) sk_retire(c, sizeof *c);
}

// The target stays readable until this thread's next report: an object with WEAK set is freed a grace period after
// its death. PAIR(weak): with sk_weak_object_died
SkObject *sk_weak_get(SkWeakControl *c) {
    for (;;) {
        SkObject *o = sk_load_acquire(&c->target);
        if (!o) return NULL;
        SkWeakVerdict *v = sk_load_acquire(&c->verdict);
        uint32_t state = SK_VERDICT_PENDING;
        if (sk_likely(!v) || sk_cas_acq_rel(&v->state, &state, SK_VERDICT_ABORTED) || state == SK_VERDICT_ABORTED)
            return sk_try_incref(o) ? o : NULL;
        if (sk_load_acquire(&c->verdict) == v) return NULL;  // committed, and the target is not one of those let go
    }
}

void sk_weak_lock(SkWeakControl *c) {
    uint32_t unlocked = 0;
    while (!sk_cas_weak_acquire(&c->lock, &unlocked, 1)) {  // PAIR(weak-lock)
        unlocked = 0;
        sk_cpu_relax();
    }
}

void sk_weak_unlock(SkWeakControl *c) { sk_store_release(&c->lock, 0); }  // PAIR(weak-lock)

void sk_weak_object_died(SkObject *o) {
    uint64_t h = hash(o);
    Shard *s = shard_of(h);
    pthread_mutex_lock(&s->mutex);
    Entry **at = find(s, h, o), *e = at ? *at : NULL;
    if (e) {
        *at = e->next;
        s->count--;
    }
    pthread_mutex_unlock(&s->mutex);
    if (!e) return;
    SkWeakControl *c = e->control;
    sk_free(e);
    sk_store_release(&c->target, NULL);  // PAIR(weak)
    if (sk_weak_died_hook) sk_weak_died_hook(c);
    sk_weak_control_release(c);
}
